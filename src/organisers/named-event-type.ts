// The event type that the address names, and a form about it that is shown again where something is to be mended.
import type { RouterContext } from '@koa/router';
import { getOwnEventType } from '../event-types/edit-event-types.ts';
import type { EventType } from '../event-types/event-type.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';

/** Throws not_found. */
export function getNamed(parts: Parts, ctx: RouterContext): Promise<EventType> {
  return getOwnEventType(parts, requireOrganiser(ctx).id, ctx.params['slug']!);
}

/** What an organiser can mend is said beside the form, with all that was typed. */
export async function orAgain(
  ctx: RouterContext,
  work: () => Promise<void>,
  again: (problem: Problem) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isProblem(error, 'invalid_input') && !isProblem(error, 'forbidden')) throw error;
    await again(error);
    ctx.status = statusOf[error.code];
  }
}

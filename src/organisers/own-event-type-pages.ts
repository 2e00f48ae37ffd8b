// /organiser/event-types: what can be booked, as a list and as a plain form.
import { Router, type RouterContext } from '@koa/router';
import {
  addEventType,
  changeEventType,
  getOwnEventType,
  removeEventType,
} from '../event-types/edit-event-types.ts';
import { eventTypeDraft } from '../event-types/event-type-input.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readInput } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { fieldsOf, inputOf } from './event-type-form.ts';
import { eventTypeList } from './event-type-list.ts';
import {
  home,
  type savedEventType,
  showEditPage,
  showEventTypePage,
  showNewPage,
  startFields,
} from './event-type-page.ts';
import { readFields } from './form-fields.ts';
import { goTo } from './organiser-layout.ts';

export function ownEventTypePages(parts: Parts): Router {
  const router = new Router();
  router.get('/event-types', async (ctx) => {
    const eventTypes = await listEventTypes(parts.database, requireOrganiser(ctx).id);
    showEventTypePage(parts, ctx, 'Event types', eventTypeList(eventTypes));
  });
  router.get('/new-event-type', (ctx) => {
    requireOrganiser(ctx);
    return showNewPage(parts, ctx, startFields());
  });
  router.post('/event-types', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const fields = readFields(ctx);
    await orAgain(
      ctx,
      () => addEventType(parts, id, readInput(eventTypeDraft, inputOf(fields))),
      'added',
      (problem) => showNewPage(parts, ctx, fields, problem),
    );
  });
  router.get('/event-types/:slug', async (ctx) => {
    const eventType = await getNamed(parts, ctx);
    await showEditPage(parts, ctx, eventType, fieldsOf(eventType));
  });
  router.post('/event-types/:slug', async (ctx) => {
    const saved = await getNamed(parts, ctx);
    const fields = readFields(ctx);
    const { slug, organiserId } = saved;
    await orAgain(
      ctx,
      () => changeEventType(parts, organiserId, slug, readInput(eventTypeDraft, inputOf(fields))),
      'saved',
      (problem) => showEditPage(parts, ctx, saved, fields, problem),
    );
  });
  router.post('/event-types/:slug/delete', async (ctx) => {
    const saved = await getNamed(parts, ctx);
    await orAgain(
      ctx,
      () => removeEventType(parts, saved.organiserId, saved.slug),
      'deleted',
      (problem) => showEditPage(parts, ctx, saved, fieldsOf(saved), problem),
    );
  });
  return router;
}

/** Throws not_found. */
function getNamed(parts: Parts, ctx: RouterContext) {
  return getOwnEventType(parts, requireOrganiser(ctx).id, ctx.params['slug']!);
}

/** What an organiser can mend is said beside the form, with all that was typed. */
async function orAgain(
  ctx: RouterContext,
  work: () => Promise<unknown>,
  saved: keyof typeof savedEventType,
  again: (problem: Problem) => Promise<void>,
): Promise<void> {
  try {
    await work();
    goTo(ctx, home, saved);
  } catch (error) {
    if (!isProblem(error, 'invalid_input') && !isProblem(error, 'forbidden')) throw error;
    await again(error);
    ctx.status = statusOf[error.code];
  }
}

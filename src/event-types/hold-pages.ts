// Choosing a time holds it and leads to the form; what came to nothing is said beside the calendar, on the same day.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { chooseSlot } from '../bookings/choose-slot.ts';
import { findKeptHolds } from '../bookings/find-kept-holds.ts';
import { rememberedHolds, rememberHold } from '../bookings/hold-cookie.ts';
import { tooManyHolds } from '../bookings/kept-holds-view.ts';
import { clientOf } from '../bookings/page-reader.ts';
import { releaseHold } from '../bookings/release-hold.ts';
import { refreshSoon } from '../calendars/refresh-busy.ts';
import { readBody } from '../http/input.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem, type ProblemCode } from '../problem.ts';
import { clockOf } from '../web/dates.ts';
import type { Html } from '../web/html.ts';
import { dateIn, withQuery } from '../web/picker/links.ts';
import { leaving, type SlotChoice, slotChoice } from '../web/picker/picker-input.ts';
import { seeOther } from '../web/send-page.ts';
import { type CalendarPath, showCalendar } from './calendar-pages.ts';
import { refusal } from './calendar-view.ts';
import { getEventType } from './event-type-queries.ts';

const lookAgainMs = 1500;

export function holdPages(parts: Parts): Router {
  const router = new Router();

  // An address of its own: a POST to the calendar's would make browsers forget the page that Back goes to.
  router.post('/:handle/:slug/hold', async (ctx) => {
    const choice = readBody(ctx, slotChoice);
    try {
      await choose(parts, ctx, choice);
    } catch (error) {
      await showRefusal(parts, ctx, choice, canChooseAgain(error));
    }
  });
  router.get('/:handle/:slug/hold', (ctx) => seeOther(ctx, calendarPath(ctx)));

  router.post('/:handle/:slug/leave', async (ctx) => {
    const { leave, ...query } = readBody(ctx, leaving);
    await releaseHold(parts, leave);
    seeOther(ctx, withQuery(calendarPath(ctx), query));
  });
  router.get('/:handle/:slug/leave', (ctx) => seeOther(ctx, calendarPath(ctx)));
  return router;
}

async function choose(parts: Parts, ctx: Context, choice: SlotChoice): Promise<void> {
  const { handle, slug } = ctx.params as CalendarPath;
  const { start, timeZone, clock, hold, visit, durationMinutes, key } = choice;
  const client = clientOf(ctx, parts);
  const chosen = { handle, slug, startsAt: start, hold, visit, client, durationMinutes, key };
  const { token, startsAt } = await chooseSlot(parts, chosen);
  rememberHold(ctx, parts.config, token);
  const wish = { timeZone, clock, durationMinutes, key };
  const query = { hold: token, start: startsAt.toISOString(), ...wish };
  seeOther(ctx, withQuery(`${calendarPath(ctx)}/book`, query));
}

async function showRefusal(
  parts: Parts,
  ctx: Context,
  choice: SlotChoice,
  problem: Problem,
): Promise<void> {
  const { handle, slug } = ctx.params as CalendarPath;
  const { organiser } = await getEventType(parts.database, handle, slug);
  // Google may just have said what the mirror does not know yet: what is shown as still free must be so.
  if (problem.code === 'slot_taken') await refreshSoon(parts, organiser.id, lookAgainMs);
  const { start, visit: _, ...query } = choice;
  const timeZone = choice.timeZone ?? organiser.timeZone;
  const shown = { ...query, timeZone, date: dateIn(timeZone, start) };
  const trouble = await troubleOf(parts, ctx, shown, problem);
  await showCalendar(parts, ctx, shown, { problem, start, trouble });
}

type Shown = Pick<SlotChoice, 'clock'> & { timeZone: string; date: string };

async function troubleOf(
  parts: Parts,
  ctx: Context,
  { timeZone, clock, date }: Shown,
  problem: Problem,
): Promise<Html> {
  if (problem.code !== 'too_many_requests') return refusal(problem);
  const client = clientOf(ctx, parts);
  return tooManyHolds({
    kept: await findKeptHolds(parts, rememberedHolds(ctx, parts.config), client),
    reader: { timeZone, clock: clock ?? clockOf(ctx.get('Accept-Language')) },
    path: calendarPath(ctx),
    date,
  });
}

function calendarPath(ctx: Context): string {
  const { handle, slug } = ctx.params as CalendarPath;
  return `/${handle}/${slug}`;
}

const mendable: ReadonlySet<ProblemCode> = new Set([
  'slot_taken',
  'slot_not_offered',
  'calendar_unavailable',
  'too_many_requests',
]);

/** What another choice, or a little patience, can mend is said beside the calendar. */
function canChooseAgain(error: unknown): Problem {
  if (isProblem(error) && mendable.has(error.code)) return error;
  throw error;
}

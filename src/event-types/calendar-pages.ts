// `/{handle}/{slug}`: choose a time. Choosing holds it, and leads to the form.
import { randomUUID } from 'node:crypto';
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { createChooser } from '../bookings/choose-slot.ts';
import { clientOf } from '../bookings/page-reader.ts';
import { refreshSoon } from '../calendars/refresh-busy.ts';
import { readBody, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import type { Parts } from '../parts.ts';
import { isProblem, Problem } from '../problem.ts';
import type { Html } from '../web/html.ts';
import { dateIn, withQuery } from '../web/picker/links.ts';
import {
  type PickerQuery,
  pickerQuery,
  slotChoice,
  unknownZoneIn,
} from '../web/picker/picker-input.ts';
import { pickerView, withoutTaken } from '../web/picker/picker-view.ts';
import { picker } from '../web/picker/picker.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { calendarPage, refusal, unavailable } from './calendar-view.ts';
import { getEventType } from './event-type-queries.ts';
import { type Calendar, findCalendar } from './find-calendar.ts';

const lookAgainMs = 1500;

type Path = { handle: string; slug: string };

export function calendarPages(parts: Parts): Router {
  const router = new Router();
  const choose = createChooser(parts);

  router.get('/:handle/:slug', async (ctx) => {
    await showCalendar(parts, ctx, readQuery(ctx, pickerQuery));
  });

  // An address of its own: a POST to the calendar's would make browsers forget the page that Back goes to.
  router.post('/:handle/:slug/hold', async (ctx) => {
    const { handle, slug } = ctx.params as Path;
    const { start, ...choice } = readBody(ctx, slotChoice);
    const { timeZone, clock } = choice;
    try {
      const client = clientOf(ctx, parts);
      const held = await choose({ ...choice, handle, slug, startsAt: start, client });
      const query = { hold: held.token, start: held.startsAt.toISOString(), timeZone, clock };
      seeOther(ctx, withQuery(`/${handle}/${slug}/book`, query));
    } catch (error) {
      const problem = canChooseAgain(error);
      if (problem.code === 'slot_taken') await lookAgain(parts, handle, slug);
      const date = timeZone && dateIn(timeZone, start);
      await showCalendar(parts, ctx, { ...choice, date }, { problem, start });
    }
  });
  router.get('/:handle/:slug/hold', (ctx) => {
    const { handle, slug } = ctx.params as Path;
    seeOther(ctx, `/${handle}/${slug}`);
  });
  return router;
}

/** Google may just have said what the mirror does not know yet: what is shown as still free must be so. */
async function lookAgain(parts: Parts, handle: string, slug: string): Promise<void> {
  const { organiser } = await getEventType(parts.database, handle, slug);
  await refreshSoon(parts, organiser.id, lookAgainMs);
}

type Refused = { problem: Problem; start: Date };

async function showCalendar(
  parts: Parts,
  ctx: Context,
  query: PickerQuery,
  refused?: Refused,
): Promise<void> {
  const { handle, slug } = ctx.params as Path;
  const found = await findCalendar(parts, { handle, slug, ...query });
  const calendar = { ...found, times: stillFree(found.times, refused) };
  const { times } = calendar;
  const problem = times instanceof Problem ? times : refused?.problem;
  const page = calendarPage({
    ...calendar,
    config: parts.config,
    calendar: freeTimes(parts, ctx, query, calendar),
    trouble: refused && refusal(refused.problem),
  });
  sendPage(ctx, page, problem ? statusOf[problem.code] : 200);
}

function stillFree(times: Calendar['times'], refused: Refused | undefined): Calendar['times'] {
  if (times instanceof Problem || refused?.problem.code !== 'slot_taken') return times;
  return withoutTaken(times, refused.start);
}

function freeTimes(parts: Parts, ctx: Context, query: PickerQuery, calendar: Calendar): Html {
  const { times, timeZone, heldAt } = calendar;
  const { handle, slug } = ctx.params as Path;
  const path = `/${handle}/${slug}`;
  if (times instanceof Problem) return unavailable(times.message, withQuery(path, query));
  const { hold, clock } = query;
  const request = {
    path,
    query,
    language: ctx.get('Accept-Language'),
    now: parts.clock(),
    hidden: { visit: randomUUID(), hold, clock, timeZone },
    send: { action: `${path}/hold`, method: 'post' as const },
    ownStart: heldAt && heldAt.getTime() / 60_000,
    unknownZone: unknownZoneIn(ctx.query),
  };
  return picker(pickerView(times, request));
}

/** What another choice, or a little patience, can mend is said beside the calendar. */
function canChooseAgain(error: unknown): Problem {
  const codes = ['slot_taken', 'slot_not_offered', 'calendar_unavailable', 'too_many_requests'];
  if (isProblem(error) && codes.includes(error.code)) return error;
  throw error;
}

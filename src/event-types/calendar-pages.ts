// `/{handle}/{slug}`: choose a time.
import { randomUUID } from 'node:crypto';
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { overlayPanel } from '../attendee-calendar/overlay-view.ts';
import { readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { type PickerQuery, pickerQuery, unknownZoneIn } from '../web/picker/picker-input.ts';
import { pickerView, withoutTaken } from '../web/picker/picker-view.ts';
import { picker } from '../web/picker/picker.ts';
import { sendPage } from '../web/send-page.ts';
import { calendarPage, unavailable } from './calendar-view.ts';
import { durationsOf } from './durations.ts';
import { type Calendar, findCalendar } from './find-calendar.ts';

export type CalendarPath = { handle: string; slug: string };

export function calendarPages(parts: Parts): Router {
  const router = new Router();
  router.get('/:handle/:slug', (ctx) => showCalendar(parts, ctx, readQuery(ctx, pickerQuery)));
  return router;
}

/** A choice that came to nothing, and what is said of it. */
export type Refused = { problem: Problem; start: Date; trouble: Html };

export async function showCalendar(
  parts: Parts,
  ctx: Context,
  query: PickerQuery,
  refused?: Refused,
): Promise<void> {
  const { handle, slug } = ctx.params as CalendarPath;
  const found = await findCalendar(parts, { handle, slug, ...query });
  const calendar = { ...found, times: stillFree(found.times, refused) };
  const { times } = calendar;
  const problem = times instanceof Problem ? times : refused?.problem;
  const page = calendarPage({
    ...calendar,
    config: parts.config,
    calendar: freeTimes(parts, ctx, query, calendar),
    trouble: refused?.trouble,
  });
  sendPage(ctx, page, problem ? statusOf[problem.code] : 200);
}

function stillFree(times: Calendar['times'], refused: Refused | undefined): Calendar['times'] {
  if (times instanceof Problem || refused?.problem.code !== 'slot_taken') return times;
  return withoutTaken(times, refused.start);
}

function freeTimes(parts: Parts, ctx: Context, query: PickerQuery, calendar: Calendar): Html {
  const { times, timeZone, heldAt } = calendar;
  const { handle, slug } = ctx.params as CalendarPath;
  const path = `/${handle}/${slug}`;
  if (times instanceof Problem) return unavailable(times.message, withQuery(path, query));
  const { hold, clock, key } = query;
  const { eventType, durationMinutes } = calendar;
  const lengths = durationsOf(eventType);
  const request = {
    path,
    query,
    language: ctx.get('Accept-Language'),
    now: parts.clock(),
    hidden: {
      visit: randomUUID(),
      hold,
      clock,
      timeZone,
      durationMinutes: lengths.length > 1 ? durationMinutes : undefined,
      key,
    },
    lengths,
    send: { action: `${path}/hold`, method: 'post' as const },
    ownStart: heldAt && heldAt.getTime() / 60_000,
    unknownZone: unknownZoneIn(ctx.query),
  };
  const { horizonDays } = eventType;
  return html`${picker(pickerView(times, request))}
  ${overlayPanel({ config: parts.config, now: request.now, horizonDays, path: withQuery(path, { key }) })}`;
}

// The calendar of free times in which a booking is moved, by either side. Its present time is marked, not offered.
import type { Context } from 'koa';
import { listSlots } from '../availability/list-slots.ts';
import { unavailable } from '../event-types/calendar-view.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Reader } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { dateIn, withQuery } from '../web/picker/links.ts';
import { type MoveQuery, unknownZoneIn } from '../web/picker/picker-input.ts';
import { datesFrom, pickerView } from '../web/picker/picker-view.ts';
import { picker } from '../web/picker/picker.ts';
import type { Booking } from './booking.ts';
import type { BookingWithContext } from './get-hold.ts';

export type MoveTimes = BookingWithContext & {
  query: MoveQuery;
  reader: Reader;
  /** What stands below the times, where there are any to be told. */
  overlay?: Html;
};

/** A chosen time comes back to the same address, as `start`. */
export async function moveTimes(parts: Parts, ctx: Context, asked: MoveTimes): Promise<Html> {
  const { booking, organiser, eventType, query, reader, overlay } = asked;
  const path = ctx.path;
  const now = parts.clock();
  const { timeZone } = reader;
  const search = { ...datesFrom(now, timeZone), timeZone, booking };
  try {
    const times = await listSlots(parts, { organiser, eventType }, search);
    const request = {
      path,
      now,
      language: ctx.get('Accept-Language'),
      hidden: reader,
      query: { ...shownDay(query, booking, reader), ...reader },
      send: { action: path, method: 'get' as const },
      unknownZone: unknownZoneIn(ctx.query),
      presentStart: booking.startsAt.getTime() / 60_000,
    };
    return html`${picker(pickerView(times, request))} ${overlay}`;
  } catch (error) {
    if (!isProblem(error, 'calendar_unavailable')) throw error;
    return unavailable(error.message, withQuery(path, reader));
  }
}

/** Without another wish the day of the appointment, so that its neighbours are in sight. */
function shownDay({ start, month, date }: MoveQuery, { startsAt }: Booking, { timeZone }: Reader) {
  if (month !== undefined || date !== undefined) return { month, date };
  return { date: dateIn(timeZone, start ?? startsAt) };
}

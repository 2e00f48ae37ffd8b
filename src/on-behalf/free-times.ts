// The calendar of free times, for an organiser who books one of them for somebody.
import type { Context } from 'koa';
import { listSlots } from '../availability/list-slots.ts';
import { unavailable } from '../event-types/calendar-view.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Reader } from '../web/dates.ts';
import type { Html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { unknownZoneIn } from '../web/picker/picker-input.ts';
import { datesFrom, pickerView } from '../web/picker/picker-view.ts';
import { picker } from '../web/picker/picker.ts';
import type { Booker } from './booker.ts';
import type { WishQuery } from './wish-input.ts';
import { home, wishFields } from './wish.ts';

/** A chosen time comes back as `start`, with all that was settled before. */
export async function freeTimes(
  parts: Parts,
  ctx: Context,
  { booker, query, reader }: { booker: Booker; query: WishQuery; reader: Reader },
): Promise<Html> {
  const { wish, lengths } = booker;
  const now = parts.clock();
  const settled = wishFields({ ...wish, date: undefined, start: undefined });
  const { timeZone } = reader;
  try {
    const times = await listSlots(parts, booker, { ...datesFrom(now, timeZone), timeZone });
    const { month, date } = query;
    const carried = { ...settled, ...reader, durationMinutes: wish.durationMinutes, month, date };
    return picker(
      pickerView(times, {
        path: home,
        now,
        language: ctx.get('Accept-Language'),
        hidden: settled,
        query: carried,
        send: { action: home, method: 'get' },
        unknownZone: unknownZoneIn(ctx.query),
        ...(lengths.length > 1 && { lengths }),
      }),
    );
  } catch (error) {
    if (!isProblem(error, 'calendar_unavailable')) throw error;
    return unavailable(error.message, withQuery(home, { ...settled, ...reader }));
  }
}

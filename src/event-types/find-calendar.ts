// What the page of an event type shows: the free times, or why there are none to show.
import { listSlots, type SlotList } from '../availability/list-slots.ts';
import { getHold } from '../bookings/get-hold.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { datesFrom } from '../web/picker/picker-view.ts';
import { type Bookable, getEventType } from './event-type-queries.ts';

export type Calendar = Bookable & {
  timeZone: string;
  /** Calendar_unavailable stands in their place. */
  times: SlotList | Problem;
  /** The visitor's own hold on one of them. */
  heldAt: Date | null;
};

/** Throws not_found. */
export async function findCalendar(
  parts: Parts,
  asked: { handle: string; slug: string; timeZone?: string | undefined; hold?: string | undefined },
): Promise<Calendar> {
  const { handle, slug, hold } = asked;
  const bookable = await getEventType(parts.database, handle, slug);
  const timeZone = asked.timeZone ?? bookable.organiser.timeZone;
  const heldAt = hold === undefined ? null : await findHeldTime(parts, hold);
  const search = { handle, slug, timeZone, ...datesFrom(parts.clock(), timeZone) };
  const own = hold === undefined || heldAt === null ? {} : { hold };
  const times = await listSlots(parts, { ...search, ...own }).catch(unavailable);
  return { ...bookable, timeZone, times, heldAt };
}

function unavailable(error: unknown): Problem {
  if (isProblem(error, 'calendar_unavailable')) return error;
  throw error;
}

/** Null when the hold is over. */
async function findHeldTime(parts: Parts, token: string): Promise<Date | null> {
  try {
    return (await getHold(parts, token)).hold.startsAt;
  } catch (error) {
    if (isProblem(error, 'hold_expired') || isProblem(error, 'not_found')) return null;
    throw error;
  }
}

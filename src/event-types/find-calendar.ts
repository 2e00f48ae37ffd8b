// What the page of an event type shows: the free times, or why there are none to show.
import { listSlots, type SlotList } from '../availability/list-slots.ts';
import { getHold } from '../bookings/get-hold.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { datesFrom } from '../web/picker/picker-view.ts';
import { admit } from './admit.ts';
import { lengthOr } from './durations.ts';
import { type Bookable, getEventType } from './event-type-queries.ts';

export type Calendar = Bookable & {
  timeZone: string;
  /** Calendar_unavailable stands in their place. */
  times: SlotList | Problem;
  /** The visitor's own hold on one of them. */
  heldAt: Date | null;
  /** The one that was chosen. */
  durationMinutes: number;
};

/** Throws not_found. */
export async function findCalendar(parts: Parts, asked: CalendarWish): Promise<Calendar> {
  const { organiser, eventType } = await getEventType(parts.database, asked.handle, asked.slug);
  await admit(parts, eventType, asked.key);
  return findTimes(parts, { organiser, eventType }, asked);
}

/** The same of what is known to be there; also of an event type as it would be. */
export async function findTimes(
  parts: Parts,
  { organiser, eventType }: Bookable,
  { hold, ...asked }: Omit<CalendarWish, 'handle' | 'slug' | 'key'>,
): Promise<Calendar> {
  const timeZone = asked.timeZone ?? organiser.timeZone;
  const durationMinutes = lengthOr(eventType, asked.durationMinutes);
  const chosen = { organiser, eventType: { ...eventType, durationMinutes } };
  const heldAt = hold === undefined ? null : await findHeldTime(parts, hold);
  const search = { timeZone, ...datesFrom(parts.clock(), timeZone) };
  const own = hold === undefined || heldAt === null ? {} : { hold };
  const times = await listSlots(parts, chosen, { ...search, ...own }).catch(unavailable);
  return { organiser, eventType, timeZone, times, heldAt, durationMinutes };
}

export type CalendarWish = {
  handle: string;
  slug: string;
  timeZone?: string | undefined;
  hold?: string | undefined;
  durationMinutes?: number | undefined;
  key?: string | undefined;
};

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

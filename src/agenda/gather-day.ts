// An organiser's day: what stands on it, what waits for an answer, and what comes on the next days.
import type { Organiser } from '../organisers/organiser.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { dayIn } from '../web/dates.ts';
import {
  type Ahead,
  listAhead,
  listMeetings,
  listUndecidedIds,
  type Meeting,
} from './day-queries.ts';
import { gatherCalendar, instantAt, type OwnCalendar } from './gather-calendar.ts';

export type OwnDay = {
  day: number;
  today: number;
  now: Date;
  timeZone: string;
  /** Of this one day. */
  calendar: OwnCalendar;
  /** Of all days, where this is today; else of this one. */
  undecided: readonly OwnBooking[];
  meetings: readonly Meeting[];
  next: readonly NextDay[];
};

/** A day to come with its first booking. */
export type NextDay = { day: number; count: number; first: Ahead };

const mostUndecided = 100;
const mostAhead = 300;
const mostDays = 5;

export async function gatherDay(
  parts: Parts,
  organiser: Organiser,
  { day, today }: { day: number; today: number },
): Promise<OwnDay> {
  const { database, clock } = parts;
  const { id, timeZone } = organiser;
  const now = clock();
  const calendar = await gatherCalendar(parts, organiser, { first: day, last: day });
  const undecided = await listUndecided(parts, id, now);
  const from = later(instantAt(calendar.zone, day + 1), now);
  const ahead = await listAhead(database, id, { from, limit: mostAhead }, now);
  return {
    day,
    today,
    now,
    timeZone,
    calendar,
    undecided: undecided.filter((each) => day === today || dayIn(timeZone, each.startsAt) === day),
    meetings: await listMeetings(database, id, now),
    next: nextDays(ahead, timeZone),
  };
}

async function listUndecided({ database }: Parts, organiserId: string, now: Date) {
  const ids = await listUndecidedIds(database, organiserId, now, mostUndecided);
  if (ids.length === 0) return [];
  const states = ['requested', 'confirmed'] as const;
  const filter = { ids, from: null, to: null, states, limit: ids.length };
  return (await listOwnBookings(database, organiserId, filter, now)).filter(wantsALook);
}

/** A later mail may have arrived, and Google have taken what it had refused. */
function wantsALook(booking: OwnBooking): boolean {
  const { isClashing, calendarFlag, mailRefusal, publishTrouble } = booking;
  const isInTrouble = isClashing || calendarFlag !== null || mailRefusal !== null;
  return isInTrouble || publishTrouble?.isGivenUp === true || awaitsApproval(booking);
}

function nextDays(ahead: readonly Ahead[], timeZone: string): NextDay[] {
  const days = Map.groupBy(ahead, ({ startsAt }) => dayIn(timeZone, startsAt));
  return [...days]
    .slice(0, mostDays)
    .map(([day, list]) => ({ day, count: list.length, first: list[0]! }));
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

// Three are compared: the state both sides agreed on last, the event as Google has it now, and the booking as it stands
// with us. Only theirs changed: we follow. Only ours: we publish. Both: a cancellation wins, else the later change.
import type { Actor, BookingState, CalendarFlag } from '../../bookings/booking.ts';
import type { CalendarEvent } from '../../google/google.ts';

/** All null before anything was agreed. `etag` null: theirs may have changed since, and is to be looked at. */
export type Agreed = {
  etag: string | null;
  /** Google's own time of that state. */
  updatedAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
  revision: number | null;
};

/** Gone: read as cancelled, and found in none of the account's other calendars. */
export type Theirs = 'gone' | 'out of reach' | TheirEvent;

export type TheirEvent = Pick<
  CalendarEvent,
  'etag' | 'startsAt' | 'endsAt' | 'isRecurring' | 'revision' | 'updatedAt'
>;

export type Ours = {
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  revision: number;
  changedAt: Date;
  changedBy: Actor;
};

export type Verdict =
  | { is: 'stale' } // older than what was agreed on
  | { is: 'agreed' }
  | { is: 'ours to publish'; overrules: boolean }
  | { is: 'moved'; startsAt: Date; endsAt: Date }
  | { is: 'deleted' }
  | { is: 'restored'; startsAt: Date; endsAt: Date }
  | { is: 'flagged'; flag: CalendarFlag };

type Times = { startsAt: Date; endsAt: Date };

export function compare(agreed: Agreed, theirs: Theirs, ours: Ours, now: Date): Verdict {
  const isOver = ours.endsAt <= now;
  if (theirs === 'gone') return isAlive(ours) && !isOver ? { is: 'deleted' } : { is: 'agreed' };
  if (theirs === 'out of reach') return compareOutOfReach(agreed, ours);
  if (isStale(agreed, theirs)) return { is: 'stale' };
  if (hasEndedEarly(ours)) return compareEnded(agreed, theirs, ours, now);
  if (!isAlive(ours) || isOver) return compareOver(agreed, theirs, ours, now);
  return theirs.isRecurring ? flagged('recurring') : compareTimes(agreed, theirs, ours);
}

const ourTurn: Verdict = { is: 'ours to publish', overrules: false };

function isAlive({ state }: Ours): boolean {
  return state === 'confirmed';
}

function hasEndedEarly({ state }: Ours): boolean {
  return state === 'cancelled' || state === 'expired';
}

/** Google's time of an event's changes only rises. What is not newer than the state before a deletion is not a return. */
function isStale(agreed: Agreed, { etag, updatedAt }: TheirEvent): boolean {
  if (etag === agreed.etag || !agreed.updatedAt || !updatedAt) return false;
  return updatedAt < agreed.updatedAt;
}

/** What has taken place stays so, unless its event is put off to a time that is yet to come. */
function compareOver(agreed: Agreed, theirs: TheirEvent, ours: Ours, now: Date): Verdict {
  if (theirs.isRecurring) return { is: 'agreed' };
  if (isUntold(agreed, theirs, ours)) return ourTurn;
  const times = timesOf(theirs);
  const isPutOff = times !== null && times.startsAt > now && ours.state !== 'no_show';
  return isPutOff && !isSame(times, ours) ? { is: 'moved', ...times } : { is: 'agreed' };
}

/** Called off, and still there where we cannot write: somebody has to see to it. */
function compareOutOfReach(agreed: Agreed, ours: Ours): Verdict {
  const isToEnd = hasEndedEarly(ours) && agreed.revision !== ours.revision;
  return isAlive(ours) || isToEnd ? flagged('moved_away') : { is: 'agreed' };
}

/**
 * Google has been told of the end, and there the event is again: somebody took it out of the bin. Only theirs changed, so
 * we follow, where it was their deletion that ended it. What was called off with us stays so: a cancellation wins.
 */
function compareEnded(agreed: Agreed, theirs: TheirEvent, ours: Ours, now: Date): Verdict {
  if (theirs.isRecurring) return flagged('recurring');
  if (agreed.revision !== ours.revision) return ourTurn;
  if (theirs.updatedAt && agreed.updatedAt && theirs.updatedAt <= agreed.updatedAt)
    return { is: 'stale' };
  const times = timesOf(theirs);
  const wasTheirs = ours.state === 'cancelled' && ours.changedBy === 'google';
  return wasTheirs && times && times.startsAt > now
    ? { is: 'restored', ...times }
    : flagged('restored');
}

function compareTimes(agreed: Agreed, theirs: TheirEvent, ours: Ours): Verdict {
  const untold = isUntold(agreed, theirs, ours);
  const wanted = timesOf(theirs);
  if (!wanted) return untold && isOursLater(theirs, ours) ? ourTurn : flagged('all_day');
  if (isSame(wanted, ours)) return { is: 'agreed' };
  // What ours was before a change that Google has not been told; else ours itself.
  const before = untold ? timesOf(agreed) : ours;
  const theyMoved = before !== null && !isSame(wanted, before);
  if (!theyMoved) return ourTurn;
  if (!untold) return { is: 'moved', ...wanted };
  return isOursLater(theirs, ours)
    ? { is: 'ours to publish', overrules: true }
    : { is: 'moved', ...wanted };
}

/** The revision inside the event says which of our states Google has. */
function isUntold(agreed: Agreed, theirs: TheirEvent, ours: Ours): boolean {
  return agreed.revision !== ours.revision && (theirs.revision ?? -1) < ours.revision;
}

function isOursLater({ updatedAt }: TheirEvent, { changedAt }: Ours): boolean {
  return updatedAt === null || updatedAt <= changedAt;
}

/** Null for what lasts all day, or no time at all. */
function timesOf({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }) {
  return startsAt && endsAt && startsAt < endsAt ? { startsAt, endsAt } : null;
}

function isSame(one: Times, other: Times): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime()
  );
}

function flagged(flag: CalendarFlag): Verdict {
  return { is: 'flagged', flag };
}

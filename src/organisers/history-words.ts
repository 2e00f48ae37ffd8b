// One entry of a booking's history as a sentence: what it says beyond the entry before it.
import type { HistoryEntry } from '../bookings/booking-queries.ts';
import type { Actor, AttendeeResponse, BookingState } from '../bookings/booking.ts';
import { dayMonthWords, timeWords } from './day-words.ts';

type Entry = Omit<HistoryEntry, 'at' | 'reason'>;

/** Whose zone, and what the attendee is called; null after erasure. */
export type Teller = { timeZone: string; name: string | null };

const names: Record<Exclude<Actor, 'attendee'>, string> = {
  organiser: 'You',
  google: 'Google Calendar',
  system: 'Quarterhour',
};

const answers: Partial<Record<AttendeeResponse, string>> = {
  accepted: 'accepted the invitation',
  tentative: 'answered the invitation with maybe',
  declined: 'declined the invitation',
};

/** "You moved it from 24 November, 10:00–10:30, to 25 November, 11:00–11:30." */
export function historyWords(
  entry: Entry,
  before: Entry | undefined,
  { timeZone, name }: Teller,
): string {
  const deeds = [
    entry.state !== before?.state && stateDeed(entry, before, timeZone),
    isProof(entry, before) && 'confirmed the e-mail address',
    before && moveDeed(entry, before, timeZone),
    before && entry.clashing !== before.clashing && clashDeed(entry),
    before && entry.attendeeResponse !== before.attendeeResponse && answerDeed(entry),
  ].filter((deed) => typeof deed === 'string');
  const who = entry.actor === 'attendee' ? (name ?? 'The attendee') : names[entry.actor];
  return `${who} ${deeds.join(', and ') || 'changed it'}.`;
}

const deeds: Record<BookingState, string> = {
  held: 'chose the time',
  requested: 'sent the form',
  confirmed: 'confirmed it',
  completed: 'noted that it took place',
  no_show: 'noted that the attendee did not come',
  cancelled: 'cancelled it',
  expired: 'let it go, as its time to be confirmed was over',
};

function stateDeed(entry: Entry, before: Entry | undefined, timeZone: string): string {
  const { state, actor } = entry;
  if (before === undefined) return `${deeds[state]}: ${timesOf(entry, timeZone)}`;
  const isDecision = actor === 'organiser' && before.state === 'requested';
  if (isDecision && state === 'confirmed') return 'accepted the request';
  if (isDecision && state === 'cancelled') return 'declined the request';
  if (state === 'confirmed' && before.state === 'cancelled') return 'restored it';
  return deeds[state];
}

/** The one change that shows in nothing but its being recorded: the request goes on, for the organiser to decide. */
function isProof(entry: Entry, before: Entry | undefined): boolean {
  return before?.state === 'requested' && entry.state === 'requested' && !hasMoved(entry, before);
}

function moveDeed(entry: Entry, before: Entry, timeZone: string): string | false {
  if (!hasMoved(entry, before)) return false;
  return `moved it from ${timesOf(before, timeZone)}, to ${timesOf(entry, timeZone)}`;
}

function hasMoved(entry: Entry, before: Entry): boolean {
  return (
    entry.startsAt.getTime() !== before.startsAt.getTime() ||
    entry.endsAt.getTime() !== before.endsAt.getTime()
  );
}

function timesOf({ startsAt, endsAt }: Entry, timeZone: string): string {
  return `${dayMonthWords(startsAt, timeZone)}, ${timeWords(startsAt, endsAt, timeZone)}`;
}

function clashDeed({ clashing }: Entry): string {
  return clashing ? 'laid it over another booking' : 'ended the clash with another booking';
}

function answerDeed({ attendeeResponse }: Entry): string {
  const answer = attendeeResponse && answers[attendeeResponse];
  return answer ?? 'took back the answer to the invitation';
}

// One entry of a booking's history in sentences: what it says beyond the entry before it.
import type { HistoryEntry } from '../bookings/booking-queries.ts';
import type { AttendeeResponse, BookingState, Deed } from '../bookings/booking.ts';
import { say } from '../languages/say.ts';
import { dayMonthWords, timeWords } from './day-words.ts';

type Entry = Omit<HistoryEntry, 'at' | 'reason'>;

/** Whose zone, and what the attendee is called; null after erasure. */
export type Teller = { timeZone: string; name: string | null };

/** Who did it: `by` tells the organiser, who is spoken to, from the others, who are named. */
type Doer = { by: HistoryEntry['actor']; who: string };

/** "You moved it from 24 November, 10:00–10:30, to 25 November, 11:00–11:30." */
export function historyWords(entry: Entry, before: Entry | undefined, teller: Teller): string {
  const doer = { by: entry.actor, who: nameOf(entry, teller) };
  if (entry.deed !== null) return deeds[entry.deed](doer);
  const sentences = [
    entry.state !== before?.state && stateSentence(entry, before, doer, teller.timeZone),
    isProof(entry, before) && proofSentence(doer),
    before && hasMoved(entry, before) && moveSentence(entry, before, doer, teller.timeZone),
    before && entry.clashing !== before.clashing && clashSentence(entry, doer),
    before && entry.attendeeResponse !== before.attendeeResponse && answerSentence(entry, doer),
  ].filter((sentence) => typeof sentence === 'string');
  return sentences.join(' ') || changeSentence(doer);
}

function nameOf({ actor }: Entry, { name }: Teller): string {
  if (actor === 'google') return 'Google Calendar';
  if (actor === 'system') return 'Quarterhour';
  return name ?? say('The attendee');
}

const deeds: Record<Deed, (doer: Doer) => string> = {
  note_changed: (doer) =>
    say('{by, select, organiser {You changed your note.} other {{who} changed the note.}}', doer),
  time_kept: (doer) =>
    say('{by, select, organiser {You kept the new time.} other {{who} kept the new time.}}', doer),
};

const states: Record<BookingState, (doer: Doer) => string> = {
  held: (doer) =>
    say('{by, select, organiser {You chose the time.} other {{who} chose the time.}}', doer),
  requested: (doer) =>
    say('{by, select, organiser {You sent the form.} other {{who} sent the form.}}', doer),
  confirmed: (doer) =>
    say('{by, select, organiser {You confirmed it.} other {{who} confirmed it.}}', doer),
  completed: (doer) =>
    say(
      '{by, select, organiser {You noted that it took place.} other {{who} noted that it took place.}}',
      doer,
    ),
  no_show: (doer) =>
    say(
      '{by, select, organiser {You noted that the attendee did not come.} other {{who} noted that the attendee did not come.}}',
      doer,
    ),
  cancelled: (doer) =>
    say('{by, select, organiser {You cancelled it.} other {{who} cancelled it.}}', doer),
  expired: (doer) =>
    say(
      '{by, select, organiser {You let it go, as its time to be confirmed was over.} other {{who} let it go, as its time to be confirmed was over.}}',
      doer,
    ),
};

function stateSentence(
  entry: Entry,
  before: Entry | undefined,
  doer: Doer,
  timeZone: string,
): string {
  const { state, actor } = entry;
  if (before === undefined) return firstSentence(entry, doer, timeZone);
  const isDecision = actor === 'organiser' && before.state === 'requested';
  if (isDecision && state === 'confirmed') return say('You accepted the request.');
  if (isDecision && state === 'cancelled') return say('You declined the request.');
  const isRestored = state === 'confirmed' && before.state === 'cancelled';
  return isRestored ? restoredSentence(doer) : states[state](doer);
}

function firstSentence(entry: Entry, doer: Doer, timeZone: string): string {
  const told = { ...doer, times: timesOf(entry, timeZone) };
  return entry.state === 'confirmed'
    ? say(
        '{by, select, organiser {You booked it: {times}.} other {{who} booked it: {times}.}}',
        told,
      )
    : say(
        '{by, select, organiser {You chose the time: {times}.} other {{who} chose the time: {times}.}}',
        told,
      );
}

function restoredSentence(doer: Doer): string {
  return say('{by, select, organiser {You restored it.} other {{who} restored it.}}', doer);
}

/** The one change that shows in nothing but its being recorded: the request goes on, for the organiser to decide. */
function isProof(entry: Entry, before: Entry | undefined): boolean {
  return before?.state === 'requested' && entry.state === 'requested' && !hasMoved(entry, before);
}

function proofSentence(doer: Doer): string {
  return say(
    '{by, select, organiser {You confirmed the e-mail address.} other {{who} confirmed the e-mail address.}}',
    doer,
  );
}

function moveSentence(entry: Entry, before: Entry, doer: Doer, timeZone: string): string {
  const told = { ...doer, from: timesOf(before, timeZone), to: timesOf(entry, timeZone) };
  return say(
    '{by, select, organiser {You moved it from {from}, to {to}.} other {{who} moved it from {from}, to {to}.}}',
    told,
  );
}

function hasMoved(entry: Entry, before: Entry): boolean {
  return (
    entry.startsAt.getTime() !== before.startsAt.getTime() ||
    entry.endsAt.getTime() !== before.endsAt.getTime()
  );
}

function timesOf({ startsAt, endsAt }: Entry, timeZone: string): string {
  const date = dayMonthWords(startsAt, timeZone);
  return say('{date}, {times}', { date, times: timeWords(startsAt, endsAt, timeZone) });
}

function clashSentence({ clashing }: Entry, doer: Doer): string {
  return clashing
    ? say(
        '{by, select, organiser {You laid it over another booking.} other {{who} laid it over another booking.}}',
        doer,
      )
    : say(
        '{by, select, organiser {You ended the clash with another booking.} other {{who} ended the clash with another booking.}}',
        doer,
      );
}

const answers: Partial<Record<AttendeeResponse, (who: { who: string }) => string>> = {
  accepted: (who) => say('{who} accepted the invitation.', who),
  tentative: (who) => say('{who} answered the invitation with maybe.', who),
  declined: (who) => say('{who} declined the invitation.', who),
};

/** Only ever the attendee's. */
function answerSentence({ attendeeResponse }: Entry, { who }: Doer): string {
  const answer = attendeeResponse && answers[attendeeResponse];
  return answer ? answer({ who }) : say('{who} took back the answer to the invitation.', { who });
}

function changeSentence(doer: Doer): string {
  return say('{by, select, organiser {You changed it.} other {{who} changed it.}}', doer);
}

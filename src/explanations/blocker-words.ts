// A booking, request or hold that takes the time, in words.
import { say } from '../languages/say.ts';
import type { TroubleWords } from '../organisers/connections/trouble-words.ts';
import { momentWords } from '../organisers/day-words.ts';
import { clockWords, endsWords } from './clock-words.ts';
import type { Blocker, Explanation } from './reason.ts';

type Told = Pick<Explanation, 'timeZone' | 'startsAt' | 'endsAt'>;

export function blockerWords(blocker: Blocker, told: Told): TroubleWords {
  const sentences = [
    whoWords(blocker, told),
    waitWords(blocker, told),
    ...bufferWords(blocker, told),
  ];
  return {
    title: titleWords(blocker),
    sentence: sentences.filter(Boolean).join(' '),
    todo:
      blocker.state === 'held'
        ? null
        : { label: say('Look at the booking'), href: `/organiser/bookings/${blocker.bookingId}` },
  };
}

function titleWords({ state, isProven }: Blocker): string {
  if (state === 'confirmed') return say('It is booked');
  if (state === 'held') return say('Somebody is filling in the form');
  return isProven
    ? say('A request waits for your answer')
    : say('A request waits for its attendee');
}

/** "“Visit” with Lea, from 10:00 to 10:30." */
function whoWords({ eventTypeTitle, attendeeName, startsAt, endsAt }: Blocker, told: Told): string {
  const eventType = eventTypeTitle;
  const ends = endsWords({ from: startsAt, to: endsAt }, told.timeZone);
  return attendeeName === null
    ? say('“{eventType}”, from {from} to {to}.', { eventType, ...ends })
    : say('“{eventType}” with {attendee}, from {from} to {to}.', {
        eventType,
        attendee: attendeeName,
        ...ends,
      });
}

/** Empty where nothing is waited for. */
function waitWords({ state, isProven, expiresAt }: Blocker, { timeZone }: Told): string {
  if (state === 'confirmed' || expiresAt === null) return '';
  const moment = momentWords(expiresAt, timeZone);
  if (state === 'held')
    return say('The time is kept until {moment}; after that it is offered again by itself.', {
      moment,
    });
  if (isProven) return say('It waits until {moment}.', { moment });
  return say(
    'The e-mail address is to be confirmed until {moment}; after that the time is offered again by itself.',
    { moment },
  );
}

/** Only the buffers of the one or the other, which add up, meet. */
function bufferWords(blocker: Blocker, { startsAt, endsAt, timeZone }: Told): string[] {
  const { blocked } = blocker;
  const isBuffered = blocked.from < blocker.startsAt || blocker.endsAt < blocked.to;
  const from = clockWords(blocked.from, timeZone);
  const to = clockWords(blocked.to, timeZone);
  const kept = isBuffered ? [say('With its buffers it keeps {from} to {to}.', { from, to })] : [];
  if (blocker.startsAt < endsAt && startsAt < blocker.endsAt) return kept;
  return [...kept, say('The appointments themselves would not meet, but the buffers do.')];
}

// A booking, request or hold that takes the time, in words.
import type { TroubleWords } from '../organisers/connections/trouble-words.ts';
import { momentWords } from '../organisers/day-words.ts';
import type { Blocker, Explanation } from './reason.ts';
import { clockWords, spanWords } from './span-words.ts';

type Told = Pick<Explanation, 'timeZone' | 'startsAt' | 'endsAt'>;

export function blockerWords(blocker: Blocker, told: Told): TroubleWords {
  const rest = bufferWords(blocker, told);
  switch (blocker.state) {
    case 'confirmed':
      return {
        title: 'It is booked',
        sentence: `${whoWords(blocker, told)}.${rest}`,
        todo: bookingTodo(blocker),
      };
    case 'requested':
      return { ...requestWords(blocker, told, rest), todo: bookingTodo(blocker) };
    case 'held':
      return {
        title: 'Somebody is filling in the form',
        sentence: `${whoWords(blocker, told)}. The time is kept until ${untilWords(blocker, told)}; after that it is offered again by itself.${rest}`,
        todo: null,
      };
  }
}

function requestWords(blocker: Blocker, told: Told, rest: string) {
  const until = untilWords(blocker, told);
  if (blocker.isProven)
    return {
      title: 'A request waits for your answer',
      sentence: `${whoWords(blocker, told)}. It waits until ${until}.${rest}`,
    };
  return {
    title: 'A request waits for its attendee',
    sentence: `${whoWords(blocker, told)}. The e-mail address is to be confirmed until ${until}; after that the time is offered again by itself.${rest}`,
  };
}

/** "“Visit” with Lea, from 10:00 to 10:30" */
function whoWords({ eventTypeTitle, attendeeName, startsAt, endsAt }: Blocker, told: Told): string {
  const whom = attendeeName === null ? '' : ` with ${attendeeName}`;
  const span = spanWords({ from: startsAt, to: endsAt }, told.timeZone);
  return `“${eventTypeTitle}”${whom}, ${span}`;
}

function untilWords({ expiresAt }: Blocker, { timeZone }: Told): string {
  return expiresAt === null ? 'then' : momentWords(expiresAt, timeZone);
}

/** Only the buffers of the one or the other, which add up, meet. */
function bufferWords(blocker: Blocker, { startsAt, endsAt, timeZone }: Told): string {
  const { blocked } = blocker;
  const isBuffered = blocked.from < blocker.startsAt || blocker.endsAt < blocked.to;
  const kept = isBuffered
    ? ` With its buffers it keeps ${clockWords(blocked.from, timeZone)} to ${clockWords(blocked.to, timeZone)}.`
    : '';
  if (blocker.startsAt < endsAt && startsAt < blocker.endsAt) return kept;
  return `${kept} The appointments themselves would not meet, but the buffers do.`;
}

function bookingTodo({ bookingId }: Blocker) {
  return { label: 'Look at the booking', href: `/organiser/bookings/${bookingId}` };
}

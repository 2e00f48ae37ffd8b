// How a booking stands, in the attendee's words.
import type { NoticeKind } from '../web/components.ts';
import type { AttendeeResponse, Booking } from './booking.ts';
import type { Move } from './last-move.ts';

export type Standing = {
  badge: readonly [string, NoticeKind];
  title: string;
  sentence: string;
  /** Still to come: it can be moved, cancelled, added to a calendar. */
  isAhead: boolean;
};

type Facts = {
  booking: Booking;
  organiser: { name: string };
  now: Date;
  /** The last one, while it is news. */
  moved: Move | null;
};

export function standingOf({ booking, organiser, now, moved }: Facts): Standing {
  const { name } = organiser;
  switch (booking.state) {
    case 'held':
    case 'requested':
      return awaiting(name);
    case 'confirmed':
      if (booking.endsAt <= now) return past;
      if (booking.attendeeResponse === 'declined') return declined(name);
      return moved ? movedBy(moved, name) : upcoming(name);
    case 'completed':
    case 'no_show':
      return past;
    case 'cancelled':
      return cancelled(booking, name);
    case 'expired':
      return expired(booking.provenAt !== null, name);
  }
}

function awaiting(name: string): Standing {
  return {
    badge: ['Not booked yet', 'warning'],
    title: `Waiting for ${name}`,
    sentence: `Your address is confirmed and the time is kept for you. ${name} will accept or decline; you get a mail either way.`,
    isAhead: true,
  };
}

function upcoming(name: string): Standing {
  return {
    badge: ['Booked', 'success'],
    title: 'Your appointment is booked',
    sentence: `We have sent you a mail with all the details. It stands in ${name}’s calendar, and you are invited.`,
    isAhead: true,
  };
}

function declined(name: string): Standing {
  return {
    badge: ['Declined', 'warning'],
    title: 'You declined the invitation',
    sentence: `The appointment still stands. If you do not come, please cancel here, so that ${name} knows for sure.`,
    isAhead: true,
  };
}

function movedBy({ by }: Move, name: string): Standing {
  if (by === 'attendee')
    return {
      badge: ['Moved', 'success'],
      title: 'Your appointment is moved',
      sentence: `It stands at the new time in ${name}’s calendar, and a mail tells you the same.`,
      isAhead: true,
    };
  return {
    badge: ['Moved', 'warning'],
    title: `${name} moved your appointment`,
    sentence: 'If the new time suits you, keep it. If not, pick another or cancel.',
    isAhead: true,
  };
}

/** What was answered to Google's invitation; null where nothing was. */
export function answerText(response: AttendeeResponse | null): string | null {
  return response && answers[response];
}

/** That it was declined, the page says above all else. */
const answers: Record<AttendeeResponse, string | null> = {
  accepted: 'You have accepted it in Google Calendar',
  tentative: 'You have answered “maybe” in Google Calendar',
  declined: null,
  needsAction: null,
};

const past: Standing = {
  badge: ['Over', 'plain'],
  title: 'This appointment is over',
  sentence: 'Thank you for coming. You can book again at any time.',
  isAhead: false,
};

function cancelled(booking: Booking, name: string): Standing {
  const by = booking.changedBy === 'attendee' ? 'You cancelled it' : `${name} cancelled it`;
  const why = booking.reason ? `: “${booking.reason}”` : '.';
  return {
    badge: ['Cancelled', 'warning'],
    title: 'This appointment is cancelled',
    sentence: `${by}${why}`,
    isAhead: false,
  };
}

function expired(wasProven: boolean, name: string): Standing {
  return {
    badge: ['Not booked', 'warning'],
    title: 'This request has run out',
    sentence: wasProven
      ? `${name} did not answer in time, so nothing was booked.`
      : 'The address was not confirmed within thirty minutes, so nothing was booked.',
    isAhead: false,
  };
}

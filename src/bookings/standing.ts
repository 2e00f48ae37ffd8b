// How a booking stands, in the attendee's words.
import type { NoticeKind } from '../web/components.ts';
import type { Booking } from './booking.ts';

export type Standing = {
  badge: readonly [string, NoticeKind];
  title: string;
  sentence: string;
  /** Still to come: it can be moved, cancelled, added to a calendar. */
  isAhead: boolean;
};

type Facts = { booking: Booking; organiser: { name: string }; now: Date };

export function standingOf({ booking, organiser, now }: Facts): Standing {
  const { name } = organiser;
  switch (booking.state) {
    case 'held':
    case 'requested':
      return awaiting(name);
    case 'confirmed':
      return booking.endsAt > now ? upcoming(booking.attendeeResponse, name) : past;
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

function upcoming(response: string | null, name: string): Standing {
  const declined = `You declined the invitation in your calendar. If you do not come, please cancel here, so that ${name} knows for sure.`;
  return {
    badge: ['Booked', 'success'],
    title: 'Your appointment is booked',
    sentence:
      response === 'declined'
        ? declined
        : `We have sent you a mail with all the details. It stands in ${name}’s calendar, and you are invited.`,
    isAhead: true,
  };
}

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

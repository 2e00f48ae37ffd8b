// How a booking stands, in the attendee's words.
import { say } from '../languages/say.ts';
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
      if (booking.endsAt <= now) return past();
      if (booking.attendeeResponse === 'declined') return declined(name);
      return moved ? movedBy(moved, name) : upcoming(name);
    case 'completed':
    case 'no_show':
      return past();
    case 'cancelled':
      return cancelled(booking, name);
    case 'expired':
      return expired(booking.provenAt !== null, name);
  }
}

function awaiting(name: string): Standing {
  return {
    badge: [say('Not booked yet'), 'warning'],
    title: say('Waiting for {name}', { name }),
    sentence: say(
      'Your address is confirmed and the time is kept for you. {name} will accept or decline; you get a mail either way.',
      { name },
    ),
    isAhead: true,
  };
}

function upcoming(name: string): Standing {
  return {
    badge: [say('Booked'), 'success'],
    title: say('Your appointment is booked'),
    sentence: say(
      'We have sent you a mail with all the details. It stands in {name}’s calendar, and you are invited.',
      { name },
    ),
    isAhead: true,
  };
}

function declined(name: string): Standing {
  return {
    badge: [say('Declined'), 'warning'],
    title: say('You declined the invitation'),
    sentence: say(
      'The appointment still stands. If you do not come, please cancel here, so that {name} knows for sure.',
      { name },
    ),
    isAhead: true,
  };
}

function movedBy({ by }: Move, name: string): Standing {
  if (by === 'attendee')
    return {
      badge: [say('Moved'), 'success'],
      title: say('Your appointment is moved'),
      sentence: say(
        'It stands at the new time in {name}’s calendar, and a mail tells you the same.',
        { name },
      ),
      isAhead: true,
    };
  return {
    badge: [say('Moved'), 'warning'],
    title: say('{name} moved your appointment', { name }),
    sentence: say('If the new time suits you, keep it. If not, pick another or cancel.'),
    isAhead: true,
  };
}

/** What was answered to Google's invitation; null where nothing was. */
export function answerText(response: AttendeeResponse | null): string | null {
  return response && (answers[response]?.() ?? null);
}

/** That it was declined, the page says above all else. */
const answers: Record<AttendeeResponse, (() => string) | null> = {
  accepted: () => say('You have accepted it in Google Calendar'),
  tentative: () => say('You have answered “maybe” in Google Calendar'),
  declined: null,
  needsAction: null,
};

const past = (): Standing => ({
  badge: [say('Over'), 'plain'],
  title: say('This appointment is over'),
  sentence: say('Thank you for coming. You can book again at any time.'),
  isAhead: false,
});

function cancelled(booking: Booking, name: string): Standing {
  const by =
    booking.changedBy === 'attendee'
      ? say('You cancelled it.')
      : say('{name} cancelled it.', { name });
  const why = booking.reason ? [say('The reason given: {reason}', { reason: booking.reason })] : [];
  return {
    badge: [say('Cancelled'), 'warning'],
    title: say('This appointment is cancelled'),
    sentence: [by, ...why].join(' '),
    isAhead: false,
  };
}

function expired(wasProven: boolean, name: string): Standing {
  return {
    badge: [say('Not booked'), 'warning'],
    title: say('This request has run out'),
    sentence: wasProven
      ? say('{name} did not answer in time, so nothing was booked.', { name })
      : say('The address was not confirmed within thirty minutes, so nothing was booked.'),
    isAhead: false,
  };
}

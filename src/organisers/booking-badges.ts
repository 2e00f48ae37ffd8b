// How a booking stands, in a few short marks, and what the organiser had better look at.
import type { CalendarFlag } from '../bookings/booking.ts';
import { flagWords } from '../bookings/calendar-flag.ts';
import { say } from '../languages/say.ts';
import { badge, notice } from '../web/components.ts';
import type { Child, Html } from '../web/html.ts';
import { visitWords } from './booking-words.ts';
import { momentWords } from './day-words.ts';
import { awaitsApproval, type OwnAttendee, type OwnBooking } from './own-booking.ts';

export function bookingBadges(booking: OwnBooking, timeZone: string): Child {
  return [
    stateBadge(booking, timeZone),
    booking.state === 'confirmed' && confirmedBadges(booking),
    isVisit(booking) && booking.attendee && badge(visitWords(booking.attendee.visits)),
  ];
}

/** Or may become one. */
function isVisit({ state }: OwnBooking): boolean {
  return state === 'requested' || state === 'confirmed' || state === 'completed';
}

function stateBadge(booking: OwnBooking, timeZone: string): Child {
  const { state } = booking;
  if (awaitsApproval(booking)) return badge(waitingWords(booking, timeZone), 'warning');
  if (state === 'requested') return badge(say('Address not confirmed yet'));
  if (state === 'completed') return badge(say('Took place'), 'success');
  if (state === 'no_show') return badge(say('Did not come'), 'warning');
  if (state === 'expired') return badge(say('Ran out'));
  return state === 'cancelled' && badge(say('Cancelled'));
}

function waitingWords({ expiresAt }: OwnBooking, timeZone: string): string {
  return expiresAt === null
    ? say('Waits for your answer')
    : say('Waits for your answer until {until}', { until: momentWords(expiresAt, timeZone) });
}

function confirmedBadges(booking: OwnBooking): Child {
  const { response, isClashing, isPublished, publishTrouble } = booking;
  return [
    isClashing && badge(say('Clashes with another booking'), 'warning'),
    !isPublished &&
      (publishTrouble?.isGivenUp
        ? badge(say('Not in Google Calendar'), 'warning')
        : badge(say('On its way to Google'))),
    answerBadge(response),
  ];
}

function answerBadge(response: OwnBooking['response']): Child {
  if (response === 'accepted') return badge(say('Invitation accepted'), 'success');
  if (response === 'declined') return badge(say('Invitation declined'), 'warning');
  return response === 'tentative' && badge(say('Invitation: maybe'));
}

export function bookingNotices({ attendee, calendarFlag, mailRefusal }: OwnBooking): Child {
  return [
    calendarFlag && flagNotice(calendarFlag),
    attendee && mailRefusal !== null && refusalNotice(attendee, mailRefusal),
  ];
}

function flagNotice(flag: CalendarFlag): Html {
  return notice({
    kind: 'warning',
    title: say('Please look at Google Calendar'),
    body: flagWords[flag](),
  });
}

function refusalNotice({ email, phone }: OwnAttendee, said: string): Html {
  return notice({
    kind: 'warning',
    title: say('The mail to {email} was refused', { email }),
    body: phone
      ? say(
          'Their mail server will not take it ({said}). The address may be mistyped. Call {phone} if they need to know something.',
          { said, phone },
        )
      : say('Their mail server will not take it ({said}). The address may be mistyped.', { said }),
  });
}

// How a booking stands, in a few short marks, and what the organiser had better look at.
import type { CalendarFlag } from '../bookings/booking.ts';
import { flagWords } from '../bookings/calendar-flag.ts';
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
  const { state, expiresAt } = booking;
  const until = expiresAt && momentWords(expiresAt, timeZone);
  if (awaitsApproval(booking))
    return badge(`Waits for your answer until ${until ?? 'then'}`, 'warning');
  if (state === 'requested') return badge('Address not confirmed yet');
  if (state === 'completed') return badge('Took place', 'success');
  if (state === 'no_show') return badge('Did not come', 'warning');
  if (state === 'expired') return badge('Ran out');
  return state === 'cancelled' && badge('Cancelled');
}

function confirmedBadges(booking: OwnBooking): Child {
  const { response, isClashing, isPublished, publishTrouble } = booking;
  return [
    isClashing && badge('Clashes with another booking', 'warning'),
    !isPublished &&
      (publishTrouble?.isGivenUp
        ? badge('Not in Google Calendar', 'warning')
        : badge('On its way to Google')),
    answerBadge(response),
  ];
}

function answerBadge(response: OwnBooking['response']): Child {
  if (response === 'accepted') return badge('Invitation accepted', 'success');
  if (response === 'declined') return badge('Invitation declined', 'warning');
  return response === 'tentative' && badge('Invitation: maybe');
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
    title: 'Please look at Google Calendar',
    body: flagWords[flag](),
  });
}

function refusalNotice({ email, phone }: OwnAttendee, said: string): Html {
  const otherWay = phone ? ` Call ${phone} if they need to know something.` : '';
  return notice({
    kind: 'warning',
    title: `The mail to ${email} was refused`,
    body: `Their mail server will not take it (${said}). The address may be mistyped.${otherWay}`,
  });
}

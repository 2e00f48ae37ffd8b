// All about one booking on one page: when and who, how it stands, what can be done, and what happened so far.
import type { HistoryEntry } from '../bookings/booking-queries.ts';
import type { AttendeeResponse } from '../bookings/booking.ts';
import { chosenTime } from '../bookings/chosen-time.ts';
import { say } from '../languages/say.ts';
import { buttonLink, facts, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { type ActionsView, bookingActions, type Failure } from './booking-actions.ts';
import { bookingBadges, bookingNotices } from './booking-badges.ts';
import { bookingHistory } from './booking-history-view.ts';
import { bookingPerson } from './booking-person-view.ts';
import type { OwnBooking } from './own-booking.ts';
import { ownNoteForm, type TypedNote } from './own-note-form.ts';
import { publishNotice } from './publish-notice.ts';

export type BookingView = ActionsView & { timeZone: string; typedNote: TypedNote | null };

export function bookingView(
  booking: OwnBooking,
  history: readonly HistoryEntry[],
  view: BookingView,
): { title: string; body: Html } {
  const { attendee } = booking;
  const title = titleOf(booking);
  const isOff = booking.state === 'cancelled' || booking.state === 'expired';
  const body = html`<p>${wayBack(booking, view.now)}</p>
    <h1>${title}</h1>
    <section class="card stack" aria-label="${say('Appointment')}">
      ${view.failure && refusal(view.failure)}
      ${chosenTime(booking, { timeZone: view.timeZone, clock: '24' }, isOff)}
      <p class="row entry-badges">${bookingBadges(booking, view.timeZone)}</p>
      ${saidOf(booking)} ${publishNotice(booking)} ${bookingNotices(booking)}
      ${bookingActions(booking, view)}
    </section>
    ${attendee && bookingPerson(booking, attendee, view)}
    ${attendee && ownNoteForm(booking, view.typedNote)}
    ${bookingHistory(history, { timeZone: view.timeZone, name: attendee?.name ?? null })}`;
  return { title, body };
}

function titleOf({ eventType, attendee }: OwnBooking): string {
  const { title } = eventType;
  return attendee
    ? say('{title} with {name}', { title, name: attendee.name })
    : say('{title} with somebody whose record is erased', { title });
}

/** To the list that it stands in. */
function wayBack({ state, endsAt }: OwnBooking, now: Date): Html {
  const quiet = 'quiet' as const;
  if (state === 'cancelled' || state === 'expired')
    return buttonLink({
      label: say('Cancelled bookings'),
      href: '/organiser/bookings/cancelled',
      kind: quiet,
    });
  return endsAt <= now
    ? buttonLink({ label: say('Past bookings'), href: '/organiser/bookings/past', kind: quiet })
    : buttonLink({ label: say('All bookings'), href: '/organiser/bookings', kind: quiet });
}

/** A fault of the reason is told beside it. */
function refusal({ message, fault }: Failure): Html | false {
  const body = html`<p>${message}</p>`;
  const title = say('Nothing was changed');
  return !fault && notice({ kind: 'warning', title, body, isUrgent: true });
}

const answers: Record<AttendeeResponse, () => string> = {
  accepted: () => say('Accepted'),
  declined: () => say('Declined'),
  tentative: () => say('Maybe'),
  needsAction: () => say('Not answered yet'),
};

function saidOf(booking: OwnBooking): Html {
  const { state, response, comment, reason, bookedBy, isPublished } = booking;
  const stands = state === 'confirmed' || state === 'completed' || state === 'no_show';
  const isInvited = stands && (isPublished || response !== null);
  return facts([
    [say('Booked by'), bookedBy === 'organiser' && say('You, on their behalf')],
    [say('Invitation'), isInvited && answers[response ?? 'needsAction']()],
    [say('Said with the answer'), comment],
    [say('Reason'), reason],
  ]);
}

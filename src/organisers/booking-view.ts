// All about one booking on one page: when and who, how it stands, what can be done, and what happened so far.
import type { HistoryEntry } from '../bookings/booking-queries.ts';
import type { AttendeeResponse } from '../bookings/booking.ts';
import { chosenTime } from '../bookings/chosen-time.ts';
import { buttonLink, facts, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { attendeeFacts } from './attendee-facts.ts';
import { type ActionsView, bookingActions, type Failure } from './booking-actions.ts';
import { bookingBadges, bookingNotices } from './booking-badges.ts';
import { bookingHistory } from './booking-history-view.ts';
import type { OwnBooking } from './own-booking.ts';

export type BookingView = ActionsView & { timeZone: string };

export function bookingView(
  booking: OwnBooking,
  history: readonly HistoryEntry[],
  view: BookingView,
): { title: string; body: Html } {
  const { attendee, eventType } = booking;
  const title = `${eventType.title} with ${attendee?.name ?? 'somebody whose record is erased'}`;
  const isOff = booking.state === 'cancelled' || booking.state === 'expired';
  const body = html`<p>${wayBack(booking, view.now)}</p>
    <h1>${title}</h1>
    <section class="card stack" aria-label="Appointment">
      ${view.failure && refusal(view.failure)}
      ${chosenTime(booking, { timeZone: view.timeZone, clock: '24' }, isOff)}
      <p class="row entry-badges">${bookingBadges(booking, view.timeZone)}</p>
      ${saidOf(booking)} ${bookingNotices(booking)} ${bookingActions(booking, view)}
    </section>
    ${
      attendee &&
      html`<section class="card stack told" aria-labelledby="attendee">
        <h2 id="attendee">Attendee</h2>
        ${attendeeFacts(booking, attendee, view.timeZone)}
      </section>`
    }
    ${bookingHistory(history, { timeZone: view.timeZone, name: attendee?.name ?? null })}`;
  return { title, body };
}

/** To the list that it stands in. */
function wayBack({ state, endsAt }: OwnBooking, now: Date): Html {
  const quiet = 'quiet' as const;
  if (state === 'cancelled' || state === 'expired')
    return buttonLink({ label: 'Cancelled bookings', href: '/organiser/cancelled', kind: quiet });
  return endsAt <= now
    ? buttonLink({ label: 'Past bookings', href: '/organiser/past', kind: quiet })
    : buttonLink({ label: 'All bookings', href: '/organiser', kind: quiet });
}

/** A fault of the reason is told beside it. */
function refusal({ message, fault }: Failure): Html | false {
  const body = html`<p>${message}</p>`;
  return !fault && notice({ kind: 'warning', title: 'Nothing was changed', body, isUrgent: true });
}

const answers = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Maybe',
  needsAction: 'Not answered yet',
} as const satisfies Record<AttendeeResponse, string>;

function saidOf({ state, response, comment, reason }: OwnBooking): Html {
  const isInvited = state === 'confirmed' || state === 'completed' || state === 'no_show';
  return facts([
    ['Invitation', isInvited && answers[response ?? 'needsAction']],
    ['Said with the answer', comment],
    ['Reason', reason],
  ]);
}

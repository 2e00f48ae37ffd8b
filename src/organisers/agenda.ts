// The organiser's bookings in order, day by day; what waits for an answer comes first.
import { type Html, html } from '../web/html.ts';
import { bookingEntry, type EntryView } from './booking-entry.ts';
import { dayWords } from './day-words.ts';
import { awaitsApproval, type OwnBooking } from './own-booking.ts';

export function agenda(bookings: readonly OwnBooking[], view: EntryView): Html {
  const waiting = bookings.filter(awaitsApproval);
  const others = bookings.filter((booking) => !awaitsApproval(booking));
  return html`${waiting.length > 0 && section('Waiting for your answer', 'waiting', waiting, view)}
  ${section('Upcoming', 'upcoming', others, view)}`;
}

function section(
  title: string,
  id: string,
  bookings: readonly OwnBooking[],
  view: EntryView,
): Html {
  const days = Map.groupBy(bookings, ({ startsAt }) => dayWords(startsAt, view.now, view.timeZone));
  return html`<section class="card stack" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${bookings.length === 0 && html`<p class="soft">Nothing is booked. Whoever has one of your links can book a time.</p>`}
    ${[...days].map(([day, bookings]) => daySection(day, bookings, view))}
  </section>`;
}

export function daySection(day: string, bookings: readonly OwnBooking[], view: EntryView): Html {
  return html`<div class="agenda-day">
    <p class="agenda-name">${day}</p>
    <ul class="entries">
      ${bookings.map((booking) => bookingEntry(booking, view))}
    </ul>
  </div>`;
}

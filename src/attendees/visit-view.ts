// The bookings of one attendee, in short.
import { say } from '../languages/say.ts';
import { timeWords } from '../organisers/day-words.ts';
import { badge, type NoticeKind } from '../web/components.ts';
import { dateText, timeText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import type { AttendeeBooking } from './attendee.ts';

/** A page stays one that can be read, also of somebody who comes every day. */
const mostShown = 100;

/** Latest first. */
export function bookingsCard(bookings: readonly AttendeeBooking[], timeZone: string): Html {
  const count = bookings.length;
  return html`<section class="card stack" aria-labelledby="bookings">
    <h2 id="bookings">${say('Bookings')}</h2>
    ${count === 0 && html`<p class="soft">${say('None.')}</p>`}
    ${bookingRows(bookings.slice(0, mostShown), timeZone)}
    ${
      count > mostShown &&
      html`<p class="soft">
        ${say('The latest {shown} of {count} bookings. All of them are in the export.', { shown: mostShown, count })}
      </p>`
    }
  </section>`;
}

export function bookingRows(bookings: readonly AttendeeBooking[], timeZone: string): Html {
  return html`<ul class="visits">
    ${bookings.map((booking) => bookingRow(booking, timeZone))}
  </ul>`;
}

function bookingRow(
  { id, state, startsAt, endsAt, eventType }: AttendeeBooking,
  timeZone: string,
): Html {
  const [words, kind] = stateWords[state];
  return html`<li class="visit">
    <p>${dateText(startsAt, { timeZone })}, ${timeWords(startsAt, endsAt, timeZone)}</p>
    <p><a href="/organiser/bookings/${id}">${eventType}</a></p>
    <p>${badge(words(), kind)}</p>
  </li>`;
}

const stateWords: Record<AttendeeBooking['state'], [() => string, NoticeKind]> = {
  requested: [() => say('Requested'), 'warning'],
  confirmed: [() => say('Booked'), 'plain'],
  completed: [() => say('Took place'), 'success'],
  no_show: [() => say('Did not come'), 'warning'],
  cancelled: [() => say('Cancelled'), 'plain'],
  expired: [() => say('Ran out'), 'plain'],
};

/** "Tuesday 24 November 2026, 14:05" */
export function whenText(at: Date, timeZone: string): string {
  return `${dateText(at, { timeZone })}, ${timeText(at, { timeZone, clock: '24' })}`;
}

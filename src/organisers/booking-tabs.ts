// The lists of bookings: what is to come, what was, what was called off.
import { attributes, type Html, html } from '../web/html.ts';

const lists = [
  ['/organiser', 'Upcoming'],
  ['/organiser/past', 'Past'],
  ['/organiser/cancelled', 'Cancelled'],
] as const;

export type BookingList = (typeof lists)[number][0];

export function bookingTabs(current: BookingList): Html {
  return html`<nav class="tabs" aria-label="Lists of bookings">
    ${lists.map(
      ([href, label]) =>
        html`<a${attributes({ href, 'aria-current': href === current && 'page' })}>${label}</a>`,
    )}
  </nav>`;
}

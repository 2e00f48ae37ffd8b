// A booking in the week's picture: who and when, and how it stands in a word that does not hang on its colour.
import type { TimeZone } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import { timesText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import type { BookedSpan } from './gather-calendar.ts';
import type { Placed } from './lanes.ts';
import { type Hours, rowClasses } from './shown-hours.ts';

export type Drawn = { hours: Hours; zone: TimeZone };

const mostLanes = 4;

export function bookedItem(placed: Placed<BookedSpan>, { hours, zone }: Drawn): Html {
  const { booking } = placed.entry;
  const { from, to, lane, lanes } = placed;
  const among = Math.min(lanes, mostLanes);
  const beside = `lane-${lane % mostLanes}-of-${among}`;
  const look = `${booking.state === 'requested' ? 'is-asked' : 'is-booked'} is-${booking.state}`;
  const short = to - from <= 30 ? 'is-short' : '';
  return html`<li class="booked ${look} ${short} ${beside} ${rowClasses(hours, from, to)}">
    <a href="/organiser/bookings/${booking.id}">
      <strong>${booking.attendee?.name ?? say('Erased')}</strong>
      <span class="small">${timesText(booking, { timeZone: zone.name, clock: '24' })}</span>
      <span class="small booked-title">${booking.eventType.title}</span>
      ${markOf(booking)}
    </a>
  </li>`;
}

function markOf(booking: OwnBooking): Html | null {
  const words = markWords(booking);
  return words === null ? null : html`<span class="small booked-mark">${words}</span>`;
}

export function markWords(booking: OwnBooking): string | null {
  if (booking.isClashing) return say('Clashes');
  if (awaitsApproval(booking)) return say('Waits for your answer');
  if (booking.state === 'requested') return say('Address not confirmed yet');
  return booking.state === 'no_show' ? say('Did not come') : null;
}

// A booking in the week's picture: who and when, and how it stands in words that do not hang on its colour.
import type { TimeZone } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { timesText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { type Mark, markOf, signOf } from './booking-mark.ts';
import type { BookedSpan } from './gather-calendar.ts';
import type { Placed } from './lanes.ts';
import { type Hours, rowClasses } from './shown-hours.ts';

export type Drawn = { hours: Hours; zone: TimeZone };

const mostLanes = 4;
/** Room for a name alone; for a name and the time. */
const [oneLine, twoLines] = [15, 30];

export function bookedItem(placed: Placed<BookedSpan>, { hours, zone }: Drawn): Html {
  const { booking } = placed.entry;
  const { from, to } = placed;
  const mark = markOf(booking);
  const looks = [
    `is-${booking.state}`,
    `colour-${booking.eventType.colour}`,
    lengthLook(to - from),
    laneLook(placed),
  ];
  return html`<li class="booked ${looks.join(' ')} ${rowClasses(hours, from, to)}">
    <a href="/organiser/bookings/${booking.id}">
      <strong>${mark && signOf(mark)}${booking.attendee?.name ?? say('Erased')}</strong>
      <span class="booked-time">${timesText(booking, { timeZone: zone.name, clock: '24' })}</span>
      <span class="booked-title">${booking.eventType.title}</span>
      ${markWords(mark)}
    </a>
  </li>`;
}

function lengthLook(minutes: number): string {
  if (minutes <= oneLine) return 'is-short is-tiny';
  return minutes <= twoLines ? 'is-short' : 'is-long';
}

function laneLook({ lane, lanes }: Placed<BookedSpan>): string {
  return `lane-${lane % mostLanes}-of-${Math.min(lanes, mostLanes)}`;
}

function markWords(mark: Mark | null): Child {
  return mark && html`<span class="booked-mark">${mark.words}</span>`;
}

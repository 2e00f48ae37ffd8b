// A week, a column per day. On a phone, and for who listens, each day is a list in order of time.
import { clockText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import type { OwnCalendar } from './gather-calendar.ts';
import { placeOn } from './lanes.ts';
import { type Hours, lengthClass, rowClasses, shownHours } from './shown-hours.ts';
import { type Column, dayColumn } from './week-column.ts';

export function weekView(calendar: OwnCalendar, { today }: { today: number }): Html {
  const columns = calendar.days.map((day) => columnOf(calendar, day));
  const hours = shownHours(columns.flatMap(timesOf));
  return html`<div class="week-grid">
    <ol class="hour-names ${lengthClass(hours)}" aria-hidden="true">
      ${hourMarks(hours)}
    </ol>
    ${columns.map((column) => dayColumn(column, { hours, today, calendar }))}
  </div>`;
}

function columnOf({ zone, bookings, busy }: OwnCalendar, day: OwnCalendar['days'][number]): Column {
  return {
    ...day,
    booked: placeOn(zone, day.day, bookings),
    busy: busy === null ? null : placeOn(zone, day.day, busy.spans),
  };
}

/** What a column wants to be seen: open hours and bookings; a whole day that is busy stretches nothing. */
function timesOf({ open, booked }: Column): (readonly [number, number])[] {
  return [...open, ...booked.map(({ from, to }) => [from, to] as const)];
}

function hourMarks(hours: Hours): Child {
  const count = (hours.to - hours.from) / 60;
  return Array.from({ length: count }, (_, index) => {
    const minute = hours.from + index * 60;
    return html`<li class="${rowClasses(hours, minute, minute + 60)}">${clockText(minute)}</li>`;
  });
}

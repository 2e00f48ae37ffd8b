// A week, a column per day. On a phone, and for who listens, each day is a list in order of time.
import { dateOf, MINUTES_PER_DAY } from '../availability/dates.ts';
import { dayAt, offsetAt } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { clockText, dayText, weekdayText } from '../web/dates.ts';
import { attributes, type Child, type Html, html } from '../web/html.ts';
import { bookedItem, type Drawn } from './booked-item.ts';
import type { Period } from './calendar-period.ts';
import type { BookedSpan, CalendarDay, OwnCalendar } from './gather-calendar.ts';
import { type Placed, placeOn, type Span } from './lanes.ts';
import { type Hours, rowClasses, shownHours } from './shown-hours.ts';

type View = { period: Period; today: number };
type Column = CalendarDay & {
  booked: Placed<BookedSpan>[];
  busy: Placed<Span>[];
};

export function weekView(calendar: OwnCalendar, { today }: View): Html {
  const columns = calendar.days.map((day) => columnOf(calendar, day));
  const hours = shownHours(columns.flatMap(timesOf));
  const now = nowMinute(calendar);
  return html`<div class="week-grid">
    <ol class="hour-names" aria-hidden="true">
      ${hourMarks(hours)}
    </ol>
    ${columns.map((column) => dayColumn(column, { hours, today, now, calendar }))}
  </div>`;
}

function columnOf({ zone, bookings, busy }: OwnCalendar, day: CalendarDay): Column {
  return {
    ...day,
    booked: placeOn(zone, day.day, bookings),
    busy: placeOn(zone, day.day, busy?.spans ?? []),
  };
}

/** What a column wants to be seen: open hours and bookings; a whole day that is busy stretches nothing. */
function timesOf({ open, booked }: Column): (readonly [number, number])[] {
  return [...open, ...booked.map(({ from, to }) => [from, to] as const)];
}

function nowMinute({ zone, now }: OwnCalendar): { day: number; minute: number } {
  const minute = Math.floor(now.getTime() / 60_000);
  const day = dayAt(zone, minute);
  return { day, minute: minute + offsetAt(zone, minute) - day * MINUTES_PER_DAY };
}

type Frame = {
  hours: Hours;
  today: number;
  now: { day: number; minute: number };
  calendar: OwnCalendar;
};

function dayColumn(column: Column, frame: Frame): Html {
  const { day, open, booked, busy } = column;
  const { hours, today, now } = frame;
  const drawn: Drawn = { hours, zone: frame.calendar.zone };
  const entries = [
    ...booked.map((each) => ({ from: each.from, item: bookedItem(each, drawn) })),
    ...busy.map((each) => ({ from: each.from, item: busyItem(each, hours) })),
  ].toSorted((one, other) => one.from - other.from);
  return html`<section class="week-column" aria-labelledby="day-${dateOf(day)}">
    <h2${attributes({ id: `day-${dateOf(day)}`, class: day === today && 'is-today' })}>
      <a href="/organiser?date=${dateOf(day)}">${weekdayText(day)}</a>
    </h2>
    <p class="week-open soft small">${openWords(open)}</p>
    <div class="week-rows ${lengthClass(hours)}">
      ${open.map(([from, to]) => html`<div class="open-hours ${rowClasses(hours, from, to)}"></div>`)}
      <ol class="week-entries ${lengthClass(hours)}" aria-label="${dayText(day)}">
        ${entries.map(({ item }) => item)}
      </ol>
      ${now.day === day && isShown(hours, now.minute) && html`<div class="now-line ${rowClasses(hours, now.minute, now.minute + 15)}"></div>`}
    </div>
    ${entries.length === 0 && html`<p class="week-nothing soft small">${say('Nothing booked')}</p>`}
  </section>`;
}

function busyItem({ from, to }: Placed<Span>, hours: Hours): Html {
  return html`<li class="busy-time ${rowClasses(hours, from, to)}">
    <span class="small">${say('Busy')}</span>
    <span class="small soft">${clockText(from)} – ${clockText(to)}</span>
  </li>`;
}

function openWords(open: CalendarDay['open']): string {
  if (open.length === 0) return say('Closed');
  const times = open.map(([from, to]) => `${clockText(from)} – ${clockText(to)}`);
  return say('Open {times}', { times: times.join(', ') });
}

function hourMarks(hours: Hours): Child {
  const count = (hours.to - hours.from) / 60;
  return Array.from({ length: count }, (_, index) => {
    const minute = hours.from + index * 60;
    return html`<li class="${rowClasses(hours, minute, minute + 60)}">${clockText(minute)}</li>`;
  });
}

function lengthClass({ from, to }: Hours): string {
  return `hours-${(to - from) / 60}`;
}

function isShown({ from, to }: Hours, minute: number): boolean {
  return from <= minute && minute < to;
}

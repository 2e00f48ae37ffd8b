// One day of the week's picture: open hours behind, bookings and busy times over them, and where now is.
import { dateOf, MINUTES_PER_DAY } from '../availability/dates.ts';
import { dayAt, offsetAt, type TimeZone, toEpoch } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { clockText, dayText, weekdayText } from '../web/dates.ts';
import { attributes, type Child, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { bookedItem } from './booked-item.ts';
import { freeSpots } from './free-spots.ts';
import type { BookedSpan, CalendarDay, OwnCalendar } from './gather-calendar.ts';
import type { Placed, Span } from './lanes.ts';
import { type Hours, isShown, lengthClass, rowClasses } from './shown-hours.ts';

export type Column = CalendarDay & {
  booked: readonly Placed<BookedSpan>[];
  /** Null: not known. */
  busy: readonly Placed<Span>[] | null;
};

export type Frame = { hours: Hours; today: number; calendar: OwnCalendar };

export function dayColumn(column: Column, frame: Frame): Html {
  const { day, open } = column;
  const { hours, today } = frame;
  const id = `day-${dateOf(day)}`;
  const items = entries(column, frame);
  return html`<section class="week-column" aria-labelledby="${id}">
    <h2${attributes({ id, class: day === today && 'is-today' })}>
      <a href="/organiser?date=${dateOf(day)}">${weekdayText(day)}</a>
    </h2>
    <p class="week-open soft small">${openWords(open)}</p>
    <div class="week-rows ${lengthClass(hours)}">
      ${open.map(([from, to]) => html`<div class="open-hours ${rowClasses(hours, from, to)}"></div>`)}
      ${spots(column, frame)} ${nowLine(column, frame)}
      <ol class="week-entries ${lengthClass(hours)}" aria-label="${dayText(day)}">
        ${items}
      </ol>
    </div>
    ${items.length === 0 && html`<p class="week-nothing soft small">${say('Nothing booked')}</p>`}
  </section>`;
}

function entries({ booked, busy }: Column, { hours, calendar }: Frame): Html[] {
  const drawn = { hours, zone: calendar.zone };
  return [
    ...booked.map((each) => ({ from: each.from, item: bookedItem(each, drawn) })),
    ...(busy ?? []).map((each) => ({ from: each.from, item: busyItem(each, hours) })),
  ]
    .toSorted((one, other) => one.from - other.from)
    .map(({ item }) => item);
}

function busyItem({ from, to }: Placed<Span>, hours: Hours): Html {
  const isAllDay = from === 0 && to === MINUTES_PER_DAY;
  const words = isAllDay
    ? say('Busy all day')
    : say('Busy {from} – {to}', { from: clockText(from), to: clockText(to) });
  return html`<li class="busy-time ${rowClasses(hours, from, to)}">${words}</li>`;
}

/** For the mouse; who types or listens goes by the day's own page. None where it is not known what is free. */
function spots({ day, open, booked, busy }: Column, { hours, calendar }: Frame): Child {
  if (busy === null) return null;
  const now = minuteOn(calendar, day);
  return freeSpots(open, [...booked, ...busy], now).map((minute) => {
    const start = instantOn(calendar.zone, day, minute).toISOString();
    const href = withQuery('/organiser/book', { start });
    return html`<a
      class="free-spot ${rowClasses(hours, minute, minute + 30)}"
      href="${href}"
      tabindex="-1"
      aria-hidden="true"
      >+ ${clockText(minute)}</a
    >`;
  });
}

function nowLine({ day }: Column, { hours, today, calendar }: Frame): Child {
  const minute = minuteOn(calendar, day);
  if (day !== today || !isShown(hours, minute)) return null;
  const quarter = Math.round(minute / 15) * 15;
  return html`<div class="now-line ${rowClasses(hours, quarter, quarter + 15)}"></div>`;
}

/** Now, on that day's wall clock: before it, or behind its end, where now is another day. */
function minuteOn({ zone, now }: OwnCalendar, day: number): number {
  const minute = Math.floor(now.getTime() / 60_000);
  const today = dayAt(zone, minute);
  if (today !== day) return today < day ? 0 : MINUTES_PER_DAY;
  return minute + offsetAt(zone, minute) - day * MINUTES_PER_DAY;
}

function instantOn(zone: TimeZone, day: number, minute: number): Date {
  return new Date(toEpoch(zone, day * MINUTES_PER_DAY + minute) * 60_000);
}

function openWords(open: CalendarDay['open']): string {
  if (open.length === 0) return say('Closed');
  const times = open.map(([from, to]) => `${clockText(from)} – ${clockText(to)}`);
  return say('Open {times}', { times: times.join(', ') });
}

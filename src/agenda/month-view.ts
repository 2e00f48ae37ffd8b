// A month as a table, a row per week: on each day what is booked, and whether it is open at all.
import { dateOf, MINUTES_PER_DAY } from '../availability/dates.ts';
import { startOfDay } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { dayText, monthText, timeText, weekdayNames } from '../web/dates.ts';
import { attributes, type Child, type Html, html } from '../web/html.ts';
import { markOf, signOf } from './booking-mark.ts';
import type { Period } from './calendar-period.ts';
import { calendarLink } from './calendar-view.ts';
import type { BookedSpan, CalendarDay, OwnCalendar } from './gather-calendar.ts';
import { placeOn } from './lanes.ts';

type View = { period: Period; today: number };

const mostShown = 3;

export function monthView(calendar: OwnCalendar, view: View): Html {
  const weeks = Array.from({ length: calendar.days.length / 7 }, (_, week) =>
    calendar.days.slice(week * 7, week * 7 + 7),
  );
  return html`<table class="month-grid">
    <caption class="visually-hidden">
      ${say('Bookings in {month}', { month: monthText(view.period.month) })}
    </caption>
    <thead>
      <tr>
        ${weekdayNames().map(({ long, short }) => html`<th scope="col" abbr="${long}">${short}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (days) =>
          html`<tr>
            ${days.map((day) => cell(calendar, day, view))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cell(calendar: OwnCalendar, column: CalendarDay, { period, today }: View): Html {
  const { day, open } = column;
  const booked = placeOn(calendar.zone, day, calendar.bookings).map(({ entry }) => entry);
  const isElsewhere = !dateOf(day).startsWith(period.month);
  const looks = [open.length === 0 && 'is-shut', isElsewhere && 'is-elsewhere'];
  return html`<td${attributes({ class: looks.filter(Boolean).join(' ') || null })}>
    <a${attributes({ class: 'month-day', href: `/organiser?date=${dateOf(day)}`, 'aria-current': day === today && 'date' })}
      >${Number(dateOf(day).slice(8))}<span class="visually-hidden"> ${dayWords(day, booked.length)}</span></a
    >
    ${booked.length > 0 && html`<p class="month-count" aria-hidden="true">${booked.length}</p>`}
    ${busyLine(calendar, column)} ${list(calendar, day, booked)}
  </td>`;
}

function dayWords(day: number, count: number): string {
  return say('{day}: {count, plural, =0 {nothing booked} one {# booking} other {# bookings}}', {
    day: dayText(day),
    count,
  });
}

/** Where Google leaves nothing of what would be open. */
function busyLine({ zone, busy }: OwnCalendar, { day, open }: CalendarDay): Child {
  const times = open.length > 0 ? open : [[0, MINUTES_PER_DAY] as const];
  const placed = placeOn(zone, day, busy?.spans ?? []);
  const isAll = times.every(([from, to]) =>
    placed.some((each) => each.from <= from && to <= each.to),
  );
  return isAll && html`<p class="busy-time month-busy">${say('Busy all day')}</p>`;
}

function list(calendar: OwnCalendar, day: number, booked: readonly BookedSpan[]): Child {
  const more = booked.length - mostShown;
  return (
    booked.length > 0 &&
    html`<ul class="month-bookings">
        ${booked.slice(0, mostShown).map((each) => entry(calendar, day, each))}
      </ul>
      ${
        more > 0 &&
        html`<a class="small month-more" href="${calendarLink('week', dateOf(day))}"
          >${say('{count, plural, one {# more} other {# more}}', { count: more })}</a
        >`
      }`
  );
}

function entry({ zone }: OwnCalendar, day: number, { booking, start }: BookedSpan): Html {
  const reader = { timeZone: zone.name, clock: '24' } as const;
  const mark = markOf(booking);
  const time =
    start < startOfDay(zone, day)
      ? say('until {time}', { time: timeText(booking.endsAt, reader) })
      : timeText(booking.startsAt, reader);
  return html`<li class="booked is-${booking.state} colour-${booking.eventType.colour}">
    <a href="/organiser/bookings/${booking.id}"
      ><span class="soft">${time}</span>
      ${mark && signOf(mark)}${booking.attendee?.name ?? say('Erased')}${mark && html`<span class="visually-hidden"> (${mark.words})</span>`}</a
    >
  </li>`;
}

// A month as a table, a row per week: on each day what is booked, and whether it is open at all.
import { dateOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { dayText, monthText, timeText, weekdayNames } from '../web/dates.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { markWords } from './booked-item.ts';
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

function cell(calendar: OwnCalendar, { day, open }: CalendarDay, view: View): Html {
  const booked = placeOn(calendar.zone, day, calendar.bookings).map(({ entry }) => entry);
  const isElsewhere = !dateOf(day).startsWith(view.period.month);
  const looks = [open.length === 0 && 'is-closed', isElsewhere && 'is-elsewhere'];
  return html`<td${attributes({ class: looks.filter(Boolean).join(' ') || null })}>
    <a${attributes({ class: 'month-day', href: `/organiser?date=${dateOf(day)}`, 'aria-current': day === view.today && 'date', 'aria-label': dayWords(day, booked.length) })}
      >${Number(dateOf(day).slice(8))}</a
    >
    ${booked.length > 0 && html`<p class="month-count" aria-hidden="true">${booked.length}</p>`}
    <ul class="month-bookings">
      ${booked.slice(0, mostShown).map((each) => entry(calendar, each))}
    </ul>
    ${
      booked.length > mostShown &&
      html`<a class="small month-more" href="${calendarLink('week', dateOf(day))}"
        >${say('{count, plural, one {# more} other {# more}}', { count: booked.length - mostShown })}</a
      >`
    }
  </td>`;
}

function dayWords(day: number, count: number): string {
  return say('{day}: {count, plural, =0 {nothing booked} one {# booking} other {# bookings}}', {
    day: dayText(day),
    count,
  });
}

function entry({ zone }: OwnCalendar, { booking }: BookedSpan): Html {
  const mark = markWords(booking);
  return html`<li class="${booking.state === 'requested' ? 'is-asked' : 'is-booked'}">
    <a href="/organiser/bookings/${booking.id}"
      ><span class="soft">${timeText(booking.startsAt, { timeZone: zone.name, clock: '24' })}</span>
      ${booking.attendee?.name ?? say('Erased')}${mark && html`<span class="visually-hidden"> (${mark})</span>`}</a
    >
  </li>`;
}

// The day as a page: what waits for an answer on top, the day in order, and beside it what comes on the next days.
import { dateOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { dayWords } from '../organisers/day-words.ts';
import { buttonLink } from '../web/components.ts';
import { clockText, fullDayText, timeText, zoneText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { unknownBusyNotice } from './busy-notices.ts';
import { dayList } from './day-list.ts';
import { dayLink, dayTurns } from './day-turns.ts';
import { decisions } from './decisions-view.ts';
import { instantAt } from './gather-calendar.ts';
import type { NextDay, OwnDay } from './gather-day.ts';

export function dayTitle({ day, today, now, timeZone }: OwnDay): string {
  return day === today ? dayWords(now, now, timeZone) : fullDayText(day);
}

export function todayView(own: OwnDay): Html {
  const href = `/organiser/book?date=${dateOf(own.day)}`;
  return html`<div class="day-head">
      <h1>${dayTitle(own)}</h1>
      ${dayTurns(own)} ${buttonLink({ label: say('Book for someone'), href, kind: 'primary' })}
    </div>
    <div class="day-page">
      <div class="stack">${decisions(own)} ${dayCard(own)}</div>
      ${nextCard(own)}
    </div>`;
}

function dayCard(own: OwnDay): Html {
  const { bookings, busy } = own.calendar;
  const isEmpty = bookings.length === 0;
  return html`<section class="card stack" aria-labelledby="day">
    <div>
      <h2 id="day">${countWords(own)}</h2>
      <p class="soft small">
        ${openWords(own)} ${zoneText(own.timeZone, instantAt(own.calendar.zone, own.day))}
      </p>
    </div>
    ${busy === null && unknownBusyNotice()} ${isEmpty && html`<p>${nextWords(own)}</p>`}
    ${(!isEmpty || (busy?.spans.length ?? 0) > 0) && dayList(own)}
  </section>`;
}

function countWords({ calendar, day, today }: OwnDay): string {
  const count = calendar.bookings.length;
  return day === today
    ? say(
        '{count, plural, =0 {Nothing booked today} one {# booking today} other {# bookings today}}',
        {
          count,
        },
      )
    : say('{count, plural, =0 {Nothing booked on this day} one {# booking} other {# bookings}}', {
        count,
      });
}

function openWords({ calendar }: OwnDay): string {
  const open = calendar.days[0]?.open ?? [];
  if (open.length === 0) return say('Closed.');
  const times = open.map(([from, to]) => `${clockText(from)}–${clockText(to)}`).join(', ');
  return say('Open {times}.', { times });
}

function nextWords({ next, now, timeZone }: OwnDay): string {
  const first = next[0]?.first;
  if (!first) return say('Nothing is booked. Whoever has one of your links can book a time.');
  return say('The next booking: {day}, {time}, {name}.', {
    day: dayWords(first.startsAt, now, timeZone),
    time: timeText(first.startsAt, { timeZone, clock: '24' }),
    name: first.name ?? say('Erased'),
  });
}

function nextCard(own: OwnDay): Child {
  return html`<section class="card stack next-days" aria-labelledby="next">
    <h2 id="next">${say('Next days')}</h2>
    ${
      own.next.length === 0
        ? html`<p class="soft">${say('Nothing is booked after this.')}</p>`
        : html`<ul class="coming">
            ${own.next.map((each) => nextLine(each, own))}
          </ul>`
    }
    <p class="row">
      <a href="/organiser/bookings">${say('All upcoming bookings')}</a>
      <a href="/organiser/calendar?date=${dateOf(own.day)}">${say('The week')}</a>
    </p>
  </section>`;
}

function nextLine({ day, count, first }: NextDay, { now, timeZone, today }: OwnDay): Html {
  const others = count - 1;
  return html`<li>
    <a class="coming-day" href="${dayLink({ day, today })}"
      >${dayWords(first.startsAt, now, timeZone)}</a
    >
    <p>
      <span class="coming-time">${timeText(first.startsAt, { timeZone, clock: '24' })}</span>
      <a href="/organiser/bookings/${first.id}">${first.name ?? say('Erased')}</a>
    </p>
    <p class="soft small">
      ${first.title}
      ${others > 0 && html`<span class="nowrap">${say('{count, plural, one {and one more} other {and # more}}', { count: others })}</span>`}
    </p>
  </li>`;
}

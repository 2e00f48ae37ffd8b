// The day as a page: what waits for an answer on top, the day in order, and what comes after it in short.
import { dateOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { bookingEntry } from '../organisers/booking-entry.ts';
import { dayWords } from '../organisers/day-words.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import { buttonLink } from '../web/components.ts';
import { dayIn, fullDayText, timeText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { dayTurns } from './day-turns.ts';
import type { OwnDay } from './gather-day.ts';

export function todayView(own: OwnDay): Html {
  const waiting = own.undecided.filter(awaitsApproval);
  const clashing = own.undecided.filter(({ isClashing }) => isClashing);
  return html`<div class="calendar-head">
      <h1>${fullDayText(own.day)}</h1>
      ${dayTurns(own)}
    </div>
    ${section(own, 'waiting', say('Waiting for your answer'), waiting)}
    ${section(own, 'clashing', say('At the same time as another'), clashing)} ${dayCard(own)}
    ${nextCard(own)}`;
}

function section(own: OwnDay, id: string, title: string, bookings: readonly OwnBooking[]): Child {
  return (
    bookings.length > 0 &&
    html`<section class="card stack" aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      ${[...Map.groupBy(bookings, (each) => dayWords(each.startsAt, own.now, own.timeZone))].map(
        ([day, list]) =>
          html`<div class="agenda-day">
            <p class="agenda-name">${day}</p>
            ${entries(own, list)}
          </div>`,
      )}
    </section>`
  );
}

/** What waits stands above, with its buttons. */
function dayCard(own: OwnDay): Html {
  const others = own.bookings.filter((each) => !own.undecided.some(({ id }) => id === each.id));
  return html`<section class="card stack" aria-labelledby="day">
    <div class="day-head">
      <h2 id="day">${countWords(own)}</h2>
      ${buttonLink({ label: say('Book for someone'), href: `/organiser/book?date=${dateOf(own.day)}` })}
    </div>
    ${others.length > 0 ? entries(own, others) : own.bookings.length === 0 && emptyWords(own)}
  </section>`;
}

function countWords({ bookings, day, today }: OwnDay): string {
  const count = bookings.length;
  return day === today
    ? say('{count, plural, =0 {Nothing today} one {# booking today} other {# bookings today}}', {
        count,
      })
    : say('{count, plural, =0 {Nothing on this day} one {# booking} other {# bookings}}', {
        count,
      });
}

function emptyWords({ next, now, timeZone }: OwnDay): Html {
  const [first] = next;
  if (!first)
    return html`<p class="soft">
      ${say('Nothing is booked. Whoever has one of your links can book a time.')}
    </p>`;
  const when = {
    day: dayWords(first.startsAt, now, timeZone),
    time: timeText(first.startsAt, { timeZone, clock: '24' }),
    name: first.attendee?.name ?? say('Erased'),
  };
  return html`<p class="soft">${say('Next: {day} at {time}, {name}.', when)}</p>`;
}

function entries(own: OwnDay, bookings: readonly OwnBooking[]): Html {
  const view = { now: own.now, timeZone: own.timeZone, back: { back: placeOf(own) } };
  const marks = marksOf(own);
  return html`<ul class="entries">
    ${bookings.map((each) => bookingEntry(each, { ...view, mark: marks.get(each.id) }))}
  </ul>`;
}

function placeOf({ day, today }: OwnDay): string {
  return day === today ? '/organiser' : `/organiser?date=${dateOf(day)}`;
}

/** What runs now; else what comes next today. */
function marksOf({ bookings, now, day, today }: OwnDay): Map<string, string> {
  const standing = day === today ? bookings.filter(({ state }) => state === 'confirmed') : [];
  const running = standing.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  if (running.length > 0) return new Map(running.map(({ id }) => [id, say('Now')]));
  const next = standing.find(({ startsAt }) => startsAt > now);
  return new Map(next ? [[next.id, say('Next')]] : []);
}

function nextCard({ next, now, timeZone }: OwnDay): Child {
  return (
    next.length > 0 &&
    html`<section class="card stack" aria-labelledby="next">
      <h2 id="next">${say('Coming up')}</h2>
      <ul class="coming">
        ${next.map((booking) => nextLine(booking, now, timeZone))}
      </ul>
      <p><a href="/organiser/bookings">${say('All upcoming bookings')}</a></p>
    </section>`
  );
}

function nextLine(
  { id, startsAt, attendee, eventType }: OwnBooking,
  now: Date,
  timeZone: string,
): Html {
  const day = dateOf(dayIn(timeZone, startsAt));
  return html`<li>
    <a class="coming-day" href="/organiser?date=${day}">${dayWords(startsAt, now, timeZone)}</a>
    <span class="coming-time">${timeText(startsAt, { timeZone, clock: '24' })}</span>
    <a href="/organiser/bookings/${id}">${attendee?.name ?? say('Erased')}</a>
    <span class="soft">${eventType.title}</span>
  </li>`;
}

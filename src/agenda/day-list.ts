// The day in order: bookings, what Google knows of besides, and where in it we are now.
import { say } from '../languages/say.ts';
import { timeWords } from '../organisers/day-words.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import { timeText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { dayEntry } from './day-entry.ts';
import { dayLink } from './day-turns.ts';
import type { OwnDay } from './gather-day.ts';
import type { Span } from './lanes.ts';

type Item = { at: number; item: Html };

export function dayList(own: OwnDay): Html {
  const { bookings, busy } = own.calendar;
  const marks = marksOf(own);
  const items: Item[] = [
    ...bookings.map(({ start, booking }) => ({ at: start, item: entry(own, booking, marks) })),
    ...(busy?.spans ?? []).map((span) => ({ at: span.start, item: busyItem(own, span) })),
    ...nowItem(own),
  ];
  return html`<ul class="entries day-list">
    ${items.toSorted((one, other) => one.at - other.at).map(({ item }) => item)}
  </ul>`;
}

function entry(own: OwnDay, booking: OwnBooking, marks: Map<string, string>): Html {
  const { now, timeZone } = own;
  const isAbove = own.undecided.some(({ id }) => id === booking.id);
  const view = { now, timeZone, back: dayLink(own), mark: marks.get(booking.id) };
  return isAbove ? briefEntry(booking, timeZone) : dayEntry(booking, view);
}

/** With its buttons it stands above. */
function briefEntry(booking: OwnBooking, timeZone: string): Html {
  const { id, attendee, startsAt, endsAt } = booking;
  return html`<li class="entry entry-brief">
    <p class="entry-time">${timeWords(startsAt, endsAt, timeZone)}</p>
    <p class="entry-body">
      ${attendee?.name ?? say('Erased')}
      <a class="small" href="#booking-${id}">${aboveWords(booking)}</a>
    </p>
  </li>`;
}

function aboveWords(booking: OwnBooking): string {
  if (awaitsApproval(booking)) return say('Waits for your answer');
  return booking.isClashing ? say('Clashes') : say('Please have a look');
}

function busyItem({ timeZone, calendar }: OwnDay, { start, end }: Span): Html {
  const [from, to] = [new Date(start * 60_000), new Date(end * 60_000)];
  const isAllDay = calendar.bookings.length === 0 && end - start >= 24 * 60;
  return html`<li class="entry entry-busy soft">
    <p class="entry-time">${isAllDay ? say('All day') : timeWords(from, to, timeZone)}</p>
    <p class="entry-body">${say('Busy in Google Calendar')}</p>
  </li>`;
}

/** Between what was and what comes; where something runs, it bears the mark itself. */
function nowItem(own: OwnDay): Item[] {
  const { now, day, today, timeZone } = own;
  if (day !== today || running(own).length > 0 || own.calendar.bookings.length === 0) return [];
  const time = timeText(now, { timeZone, clock: '24' });
  const item = html`<li class="now-mark"><span>${say('Now, {time}', { time })}</span></li>`;
  return [{ at: now.getTime() / 60_000, item }];
}

/** What runs now; else what comes next today. */
function marksOf(own: OwnDay): Map<string, string> {
  const now = running(own);
  if (now.length > 0) return new Map(now.map(({ id }) => [id, say('Now')]));
  const next = standing(own).find(({ startsAt }) => startsAt > own.now);
  return new Map(next ? [[next.id, say('Next')]] : []);
}

function running(own: OwnDay): OwnBooking[] {
  return standing(own).filter(({ startsAt, endsAt }) => startsAt <= own.now && own.now < endsAt);
}

function standing({ calendar, day, today }: OwnDay): OwnBooking[] {
  if (day !== today) return [];
  return calendar.bookings
    .map(({ booking }) => booking)
    .filter(({ state }) => state === 'confirmed');
}

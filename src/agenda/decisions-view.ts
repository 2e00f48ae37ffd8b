// What waits for the organiser, on top of the day: requests to answer, bookings that stand over one another, and what
// Google or a mail server made trouble with.
import { say } from '../languages/say.ts';
import { dayWords } from '../organisers/day-words.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import { type Child, html } from '../web/html.ts';
import { dayEntry } from './day-entry.ts';
import { dayLink } from './day-turns.ts';
import type { OwnDay } from './gather-day.ts';

export function decisions(own: OwnDay): Child {
  const waiting = own.undecided.filter(awaitsApproval);
  const clashing = own.undecided.filter(({ isClashing }) => isClashing);
  const others = own.undecided.filter(
    (each) => !waiting.includes(each) && !clashing.includes(each),
  );
  return [
    section(own, 'waiting', say('Waiting for your answer'), waiting),
    section(own, 'clashing', say('Two at the same time'), clashing),
    section(own, 'look', say('Please have a look'), others),
  ];
}

function section(own: OwnDay, id: string, title: string, bookings: readonly OwnBooking[]): Child {
  const days = Map.groupBy(bookings, (each) => dayWords(each.startsAt, own.now, own.timeZone));
  return (
    bookings.length > 0 &&
    html`<section class="card stack decisions" aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      ${[...days].map(
        ([day, list]) =>
          html`<div class="agenda-day">
            <p class="agenda-name">${day}</p>
            <ul class="entries">
              ${list.map((each) => entry(own, each))}
            </ul>
          </div>`,
      )}
    </section>`
  );
}

function entry(own: OwnDay, booking: OwnBooking) {
  const { now, timeZone } = own;
  const meetings = own.meetings.filter(({ clashingId }) => clashingId === booking.id);
  return dayEntry(booking, { now, timeZone, back: dayLink(own), meetings, isAsking: true });
}

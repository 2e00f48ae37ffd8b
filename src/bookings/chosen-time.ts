// The time that is being booked, and how long it is kept: the same on every page of a booking.
import { sayHtml } from '../languages/say.ts';
import type { SlotTimes } from '../problem.ts';
import { strong } from '../web/components.ts';
import { dateText, type Reader, timesText, timeText, zoneText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';

export function chosenTime(times: SlotTimes, reader: Reader, isGone = false): Html {
  return html`<div class="chosen${isGone && ' chosen-gone'}">
    <p class="chosen-time">${timesText(times, reader)}</p>
    <p>${dateText(times.startsAt, reader)}</p>
    <p class="soft small">${zoneText(reader.timeZone, times.startsAt)}</p>
  </div>`;
}

/** "Tuesday 24 November 2026, 14:30 – 15:00", with the times on one line */
export function whenLine(times: SlotTimes, reader: Reader): Html {
  return html`<span
    >${dateText(times.startsAt, reader)},
    <span class="nowrap">${timesText(times, reader)}</span></span
  >`;
}

/** Complete as text; client/countdown.ts adds the minutes and seconds, and speaks at five, two and one. */
export function holdLine(expiresAt: Date, now: Date, reader: Reader): Html {
  const seconds = Math.max(0, Math.round((expiresAt.getTime() - now.getTime()) / 1000));
  return html`<p class="hold" data-seconds="${seconds}">
    <span
      >${sayHtml('Held for you until <strong>{time}</strong>', { time: timeText(expiresAt, reader), strong })}</span
    >
    <span class="hold-left" aria-hidden="true"></span>
    <span class="visually-hidden" aria-live="polite"></span>
  </p>`;
}

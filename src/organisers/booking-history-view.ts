// What happened to a booking, in words: who, when, what. Each entry says how it differs from the one before.
import type { HistoryEntry } from '../bookings/booking-queries.ts';
import { say } from '../languages/say.ts';
import { dateText, timeText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { historyWords, type Teller } from './history-words.ts';

export function bookingHistory(history: readonly HistoryEntry[], teller: Teller): Html {
  return html`<section class="card stack" aria-labelledby="history">
    <h2 id="history">${say('History')}</h2>
    <ol class="entries">
      ${history.map((entry, index) => historyItem(entry, history[index - 1], teller))}
    </ol>
  </section>`;
}

function historyItem(entry: HistoryEntry, before: HistoryEntry | undefined, teller: Teller): Html {
  const { timeZone } = teller;
  const date = dateText(entry.at, { timeZone });
  const time = timeText(entry.at, { timeZone, clock: '24' });
  return html`<li>
    <p>${historyWords(entry, before, teller)}</p>
    ${entry.reason && entry.reason !== before?.reason && html`<p class="soft">“${entry.reason}”</p>`}
    <p class="soft small">
      <time datetime="${entry.at.toISOString()}">${say('{date}, {time}', { date, time })}</time>
    </p>
  </li>`;
}

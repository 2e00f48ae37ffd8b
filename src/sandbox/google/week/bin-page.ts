// What was deleted from an account's calendars in the last thirty days, each with the way back.
import { html, type Html } from '../../../web/html.ts';
import type { Account, Calendar } from '../state.ts';
import type { SeenEvent } from './events.ts';
import { binLink, weekLink } from './links.ts';
import { eventTime, instantWords, titleOf } from './words.ts';

export type Deleted = { calendar: Calendar; seen: SeenEvent };

export type BinView = { account: Account; deleted: Deleted[]; version: string };

export function binBody({ account, deleted, version }: BinView): Html {
  const { address } = account;
  return html`<div class="log" data-live="${weekLink(address)}/version" data-version="${version}">
    <p class="back"><a href="${weekLink(address)}">Back to the week</a></p>
    <h1>Bin</h1>
    <p class="quiet">What was deleted from ${account.name}’s calendars stays for thirty days.</p>
    ${deleted.length === 0 && html`<p class="card nothing">The bin is empty.</p>`}
    <ol>
      ${deleted.map((one) => entry(account, one))}
    </ol>
  </div>`;
}

function entry({ address, timeZone }: Account, { calendar, seen }: Deleted): Html {
  const { event } = seen;
  const from = calendar.id === address ? '' : ` from ${calendar.summary}`;
  return html`<li class="card with-button">
    <p class="what">${titleOf(event)} <small>${eventTime(seen, calendar.timeZone)}</small></p>
    <p class="parties">Deleted${from} on ${instantWords(new Date(event.updated), timeZone)}</p>
    <form method="post" action="${binLink(address)}">
      <input type="hidden" name="calendarId" value="${calendar.id}" />
      <input type="hidden" name="eventId" value="${event.id}" />
      <button>Restore<span class="unseen"> ${titleOf(event)}</span></button>
    </form>
  </li>`;
}

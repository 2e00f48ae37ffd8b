// How an organiser fares with Google, in a few words for an administrator: never what their calendars are called.
import { say } from '../languages/say.ts';
import { stopsOffers, type Trouble } from '../organisers/connections/health.ts';
import { badge } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';

export function connectionState(troubles: readonly Trouble[]): Html {
  if (troubles.length === 0) return badge(say('Connected'), 'success');
  const state = troubles.some(stopsOffers)
    ? badge(say('Offers no times'), 'warning')
    : badge(say('Connected'), 'success');
  const words = [...new Set(troubles.map((trouble) => troubleIn[trouble.is]()))];
  return html`${state} ${words.map((each) => html`<span class="soft small">${each}</span>`)}`;
}

const troubleIn: Record<Trouble['is'], () => string> = {
  reconnect: () => say('Google has to be connected again'),
  unreadable: () => say('A calendar cannot be read'),
  silent: () => say('Google gives no answer'),
  no_account: () => say('No Google account is connected'),
  nothing_busy: () => say('No calendar makes them busy'),
  no_booking_calendar: () => say('Bookings have no calendar to go to'),
  no_own_calendar: () => say('An event type has no calendar to go to'),
  ends_soon: () => say('Google’s permission ends soon'),
};

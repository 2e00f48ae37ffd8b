// Bookings outside of the hours, by name: as a question before a change that puts them there, and as what is so.
import { say } from '../languages/say.ts';
import { button, hiddenFields, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { momentsText } from './hours-words.ts';
import type { ComingBooking } from './stranded.ts';

const mostNamed = 50;

/** Inside the form whose button was pressed: `action` is that button's value, `hint` the way out. */
export function strandedQuestion(
  stranded: readonly ComingBooking[],
  { timeZone, action, hint }: { timeZone: string; action: string; hint: Html },
): Html {
  const count = stranded.length;
  return html`<div
    class="notice notice-warning stack stranded"
    role="alert"
    tabindex="-1"
    id="stranded"
    autofocus
  >
    <p class="notice-title">
      ${say(
        '{count, plural, one {One appointment would be outside of your hours} other {# appointments would be outside of your hours}}',
        { count },
      )}
    </p>
    ${strandedList(stranded, timeZone)}
    <p>${say('They stay booked. Move or cancel them yourself.')}</p>
    ${hiddenFields({ accepted: stranded.map(({ id }) => id).join(',') })}
    <div class="row">
      ${button({ label: say('Save all the same'), name: 'do', value: action })} ${hint}
    </div>
  </div>`;
}

/** Quietly while it stands; with what was just saved, said at once. */
export function outsideNotice(
  outside: readonly ComingBooking[],
  { timeZone, isUrgent }: { timeZone: string; isUrgent: boolean },
): Html | false {
  if (outside.length === 0) return false;
  return notice({
    kind: isUrgent ? 'warning' : 'plain',
    title: say(
      '{count, plural, one {One appointment is outside of your hours} other {# appointments are outside of your hours}}',
      { count: outside.length },
    ),
    body: html`${strandedList(outside, timeZone)}
      <p>${say('They stay booked. Move or cancel them yourself.')}</p>`,
    isUrgent,
  });
}

function strandedList(stranded: readonly ComingBooking[], timeZone: string): Html {
  const rest = stranded.length - mostNamed;
  return html`<ul class="stranded-list">
      ${stranded.slice(0, mostNamed).map((booking) => strandedRow(booking, timeZone))}
      ${rest > 0 && html`<li>${say('{count, plural, one {and one more} other {and # more}}', { count: rest })}</li>`}
    </ul>
    <p class="soft small">
      ${say('Times are those of {zone}.', { zone: timeZone.replaceAll('_', ' ') })}
    </p>`;
}

function strandedRow(booking: ComingBooking, timeZone: string): Html {
  const { id, attendeeName, eventTypeTitle } = booking;
  return html`<li>
    <a href="/organiser/bookings/${id}">${attendeeName ?? say('Somebody')}</a>,
    ${momentsText(booking, timeZone)} <span class="soft">${eventTypeTitle}</span>
  </li>`;
}

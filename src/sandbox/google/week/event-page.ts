// One event as its page, which is also what the week view shows in a dialog: what it says, who comes, and the forms to
// answer, change and delete it.
import { html, type Html } from '../../../web/html.ts';
import { guestOf } from '../events/guests.ts';
import { eventForm } from './event-form.ts';
import type { SeenCalendar, SeenEvent } from './events.ts';
import type { Form } from './input.ts';
import { eventLink, weekLink } from './links.ts';
import { answerWords, eventTime, repeatWords, titleOf } from './words.ts';

export type EventView = {
  account: string;
  seen: SeenEvent;
  calendar: SeenCalendar['calendar'];
  /** The week that it was opened from. */
  date: string;
  /** What was typed and could not be taken, and why. */
  typed?: Form | undefined;
  fault?: string | undefined;
};

export function eventBody(view: EventView): Html {
  const { account, seen, calendar, date, fault } = view;
  const { event } = seen;
  return html`<article class="card sheet">
    <p class="back"><a href="${weekLink(account, date)}" data-close>Back to the week</a></p>
    <h1>${titleOf(event)}</h1>
    <p class="when">${eventTime(seen, calendar.timeZone)}</p>
    <ul class="facts">
      ${facts(view).map((fact) => html`<li>${fact}</li>`)}
    </ul>
    ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`} ${guestList(seen)}
    ${isAnswerable(view) && answerForm(view)} ${seen.canChange && eventForm(view)}
    ${seen.canWrite && !seen.canChange && removeForm(view)}
    <details class="raw">
      <summary>As the API has it</summary>
      <pre tabindex="0">${JSON.stringify(event, null, 2)}</pre>
    </details>
  </article>`;
}

function facts({ account, seen, calendar }: EventView): Child[] {
  const { event } = seen;
  return [
    event.location,
    event.hangoutLink &&
      html`<a href="${event.hangoutLink}" rel="noreferrer">${event.hangoutLink}</a>`,
    seen.standing !== 'own' && `Invited by ${event.organizer.displayName ?? event.organizer.email}`,
    repeatWords(event),
    event.recurringEventId && 'One of a series',
    event.transparency === 'transparent' && 'Shown as free',
    calendar.id !== account && `In the calendar ${calendar.summary}`,
    event.description && html`<span class="description">${event.description}</span>`,
  ].filter(Boolean);
}

type Child = Html | string | false | undefined;

function guestList({ event }: SeenEvent): Html | null {
  const { attendees = [], organizer } = event;
  if (attendees.length === 0) return null;
  return html`<section class="guests" aria-label="Guests">
    <h2>Guests</h2>
    <ul>
      ${attendees.map(
        ({ email, displayName, responseStatus, comment }) =>
          html`<li class="${responseStatus}">
            <span class="two">
              <span
                >${displayName ?? email}${email === organizer.email && html` <small>(organiser)</small>`}</span
              >
              ${displayName !== undefined && html`<small>${email}</small>`}
              ${comment && html`<small class="comment">“${comment}”</small>`}
            </span>
            <span class="answer">${answerWords[responseStatus]}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function isAnswerable({ account, seen: { standing, event } }: EventView): boolean {
  return standing !== 'own' && guestOf(event, account) !== undefined;
}

function answerForm({ account, seen }: EventView): Html {
  const { event, calendarId, standing } = seen;
  const own = guestOf(event, account);
  const choice = (value: 'accepted' | 'tentative' | 'declined') =>
    html`<button
      name="answer"
      value="${value}"
      aria-pressed="${standing === value ? 'true' : 'false'}"
    >
      ${answerWords[value]}
    </button>`;
  const action = `${eventLink({ account, calendarId, eventId: event.id })}/answer`;
  return html`<form class="answers" method="post" action="${action}" aria-labelledby="coming">
    <h2 id="coming">Will you come?</h2>
    <label
      >A comment, if you like
      <input name="comment" value="${own?.comment ?? ''}" autocomplete="off"
    /></label>
    <div class="choices">${choice('accepted')} ${choice('tentative')} ${choice('declined')}</div>
  </form>`;
}

function removeForm({ account, seen }: EventView): Html {
  const held = { account, calendarId: seen.calendarId, eventId: seen.event.id };
  return html`<form class="actions" method="post" action="${eventLink(held)}/delete">
    <button class="danger">Remove from this calendar</button>
  </form>`;
}

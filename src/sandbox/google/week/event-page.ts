// One event as its page, which is also what the week view shows in a dialog: what it says, who comes, and the forms to
// answer, change and delete it.
import { html, type Html } from '../../../web/html.ts';
import type { CalendarEvent } from '../events/event.ts';
import { guestOf } from '../events/guests.ts';
import { eventForm } from './event-form.ts';
import { answerForm, moveForm, removeForm } from './event-forms.ts';
import type { SeenCalendar, SeenEvent } from './events.ts';
import type { Form } from './input.ts';
import { eventLink, weekLink } from './links.ts';
import { answerWords, eventTime, repeatWords, titleOf, zoneWords } from './words.ts';

export type EventView = {
  account: string;
  seen: SeenEvent;
  calendar: SeenCalendar['calendar'];
  /** Other calendars that it could be put on. */
  destinations: SeenCalendar['calendar'][];
  /** As a program reads it. */
  asRead: CalendarEvent;
  /** The week that it was opened from. */
  date: string;
  /** What was typed and could not be taken, and why. */
  typed?: Form | undefined;
  fault?: string | undefined;
};

export function eventBody(view: EventView): Html {
  const { account, seen, calendar, date, fault } = view;
  const { event, calendarId } = seen;
  const held = { account, calendarId, eventId: event.id };
  const own = seen.standing === 'own' ? undefined : guestOf(event, account);
  return html`<article class="card sheet">
    <p class="back"><a href="${weekLink(account, date)}" data-close>Back to the week</a></p>
    <h1>${titleOf(event)}</h1>
    <p class="when">
      ${eventTime(seen, calendar.timeZone)} <small>${zoneWords(calendar.timeZone)}</small>
    </p>
    <ul class="facts">
      ${facts(view).map((fact) => html`<li>${fact}</li>`)}
    </ul>
    ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`} ${guestList(seen)}
    ${own && answerForm(`${eventLink(held)}/answer`, own)} ${seen.canChange && eventForm(view)}
    ${isMovable(view) && moveForm(held, view.destinations)}
    ${seen.canWrite && !seen.canChange && removeForm(held)}
    <details class="raw">
      <summary>As the API has it</summary>
      <pre tabindex="0">${JSON.stringify(view.asRead, null, 2)}</pre>
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

/** A guest's copy stays where it is, and an instance with its series. */
function isMovable({ seen, destinations }: EventView): boolean {
  const { standing, canChange, event } = seen;
  return standing === 'own' && canChange && !event.recurringEventId && destinations.length > 0;
}

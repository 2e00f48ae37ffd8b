// What a guest without an account here is asked by the buttons in Google's mail.
import { html, type Html } from '../../../web/html.ts';
import { guestOf } from '../events/guests.ts';
import { answerForm } from './event-forms.ts';
import type { SeenEvent } from './events.ts';
import { answerLink } from './links.ts';
import { answerWords, eventTime, titleOf, zoneWords } from './words.ts';

export type AnswerView = {
  guest: string;
  seen: SeenEvent;
  timeZone: string;
  fault?: string | undefined;
};

export function answerBody({ guest, seen, timeZone, fault }: AnswerView): Html {
  const { event, calendarId } = seen;
  const own = guestOf(event, guest)!;
  return html`<article class="card sheet">
    <p class="back"><a href="/calendar/invitations">Back to the invitations</a></p>
    <h1>${titleOf(event)}</h1>
    <p class="when">${eventTime(seen, timeZone)} <small>${zoneWords(timeZone)}</small></p>
    <p class="facts">
      ${event.organizer.displayName ?? event.organizer.email} has invited ${guest}. Answered so far:
      ${answerWords[own.responseStatus]}.
    </p>
    ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
    ${answerForm(answerLink({ calendarId, eventId: event.id }, guest), own)}
  </article>`;
}

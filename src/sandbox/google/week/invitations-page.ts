// What Google would have mailed: invitations, changes, cancellations and answers, newest first.
import { html, type Html } from '../../../web/html.ts';
import { guestOf } from '../events/guests.ts';
import type { Invitation, State } from '../state.ts';
import { answerLink, eventLink } from './links.ts';
import { answerWords, dayTitle, instantWords } from './words.ts';

const kinds: Record<Invitation['kind'], string> = {
  invite: 'Invitation',
  update: 'Change',
  cancel: 'Cancellation',
  reply: 'Answer',
};

export function invitationsBody(state: State, version: string): Html {
  const newest = state.invitations.toReversed();
  return html`<div class="log" data-live="/calendar/invitations/version" data-version="${version}">
    <h1>Invitations</h1>
    <p class="quiet">
      What Google would have mailed of itself. The service’s own mails are in the inbox.
    </p>
    ${newest.length === 0 && html`<p class="card nothing">Nothing has been sent yet.</p>`}
    <ol>
      ${newest.map((invitation) => entry(state, invitation))}
    </ol>
  </div>`;
}

function entry(state: State, invitation: Invitation): Html {
  const { kind, at, from, to, summary, calendarId, eventId } = invitation;
  const calendar = state.calendars[calendarId];
  const name = summary || 'No title';
  const zone = state.accounts[to.toLowerCase()]?.timeZone ?? calendar?.timeZone ?? 'UTC';
  return html`<li class="card">
    <p class="kind ${kind}">${kinds[kind]}</p>
    <p class="what">
      ${calendar ? html`<a href="${eventLink({ account: calendar.owner, calendarId, eventId })}">${name}</a>` : name}
      <small>${whenOf(invitation, zone)}</small>
    </p>
    <p class="parties">
      ${from} → ${to}${answerOf(invitation)}
      ${isAnswerable(state, invitation) && html`<a href="${answerLink(invitation, to)}">Answer as ${to}</a>`}
    </p>
    <time datetime="${at}">${instantWords(new Date(at), zone)}</time>
  </li>`;
}

function answerOf({ responseStatus, comment }: Invitation): string {
  const said = responseStatus === undefined ? '' : `: ${answerWords[responseStatus]}`;
  return comment ? `${said}, “${comment}”` : said;
}

function whenOf({ start }: Invitation, timeZone: string): string {
  return start.date === undefined
    ? instantWords(new Date(start.dateTime!), timeZone)
    : dayTitle(start.date);
}

/** A guest with an account answers in their own week, whoever has none by the mail's buttons. */
function isAnswerable({ accounts, calendars, events }: State, invitation: Invitation): boolean {
  const { kind, to, calendarId, eventId } = invitation;
  if (kind === 'cancel' || kind === 'reply' || accounts[to.toLowerCase()]) return false;
  const event = calendars[calendarId] && events[calendarId]?.[eventId]?.event;
  return event?.status === 'confirmed' && guestOf(event, to) !== undefined;
}

// What Google would have mailed: invitations, changes, cancellations and answers, newest first.
import { html, type Html } from '../../../web/html.ts';
import type { Invitation, State } from '../state.ts';
import { eventLink } from './links.ts';
import { answerWords } from './words.ts';

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
  return html`<li class="card">
    <p class="kind ${kind}">${kinds[kind]}</p>
    <p class="what">
      ${calendar ? html`<a href="${eventLink({ account: calendar.owner, calendarId, eventId })}">${name}</a>` : name}
      <small>${whenOf(invitation, calendar?.timeZone ?? 'UTC')}</small>
    </p>
    <p class="parties">${from} → ${to}${answerOf(invitation)}</p>
    <time datetime="${at}">${shortTime(at)}</time>
  </li>`;
}

function answerOf({ responseStatus, comment }: Invitation): string {
  const said = responseStatus === undefined ? '' : `: ${answerWords[responseStatus]}`;
  return comment ? `${said}, “${comment}”` : said;
}

function whenOf({ start }: Invitation, timeZone: string): string {
  if (start.date !== undefined) return start.date;
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(start.dateTime!));
}

function shortTime(at: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(at));
}

// Whose mails there are, and the mails of the one who is chosen, newest first.
import { html, type Html } from '../../web/html.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Message } from './message.ts';

type InboxView = {
  messages: Message[];
  /** An address, or a part of one. */
  chosen: string | null;
  mailboxes: Mailboxes;
  version: string;
};

export function inboxBody(view: InboxView): Html {
  const { messages, chosen, version } = view;
  const isShown = ({ envelope }: Message) =>
    chosen === null || envelope.to.some((address) => address.includes(chosen));
  const shown = messages.filter(isShown).toReversed();
  return html`<div class="inbox" data-live="/inbox/version" data-version="${version}">
    <h1>Inbox</h1>
    <p class="quiet">
      Every mail that the service sent, kept here. None of them left this machine.
    </p>
    <div class="panes">
      ${recipients(view)}
      <section class="card mails" aria-label="Mails">
        ${
          shown.length > 0
            ? html`<ul>
                ${shown.map((message) => row(message, view))}
              </ul>`
            : emptyNote(chosen)
        }
      </section>
    </div>
    ${
      messages.length > 0 &&
      html`<form class="empty" method="post" action="/inbox/empty">
        <button>Empty the inbox</button>
      </form>`
    }
  </div>`;
}

/** How many mails each address has, most recent first. */
export function recipientsOf(messages: Message[]): { address: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const address of messages.toReversed().flatMap(({ envelope }) => envelope.to)) {
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return [...counts].map(([address, count]) => ({ address, count }));
}

export function inboxLink(address: string): string {
  return `/inbox?to=${encodeURIComponent(address)}`;
}

/** '25 Nov, 11:20 CET' */
function shortTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(instant);
}

export function organiserMark(address: string, { isOrganisers }: Mailboxes): Html | null {
  return isOrganisers(address) ? html` <span class="organiser">Organiser</span>` : null;
}

function recipients({ messages, chosen, mailboxes }: InboxView): Html {
  const link = (href: string, name: string, count: number, isChosen: boolean) =>
    html`<li>
      <a href="${href}" ${isChosen && html`aria-current="page"`}>
        <span>${name}${organiserMark(name, mailboxes)}</span> <small>${count}</small>
      </a>
    </li>`;
  return html`<nav class="recipients" aria-label="Whose mails">
    <form class="inline" method="get" action="/inbox" role="search">
      <label>Address <input name="to" value="${chosen ?? ''}" autocomplete="off" /></label>
      <button>Find</button>
    </form>
    <ul>
      ${link('/inbox', 'Everybody', messages.length, chosen === null)}
      ${recipientsOf(messages).map(({ address, count }) => link(inboxLink(address), address, count, address === chosen))}
    </ul>
  </nav>`;
}

function row(message: Message, { mailboxes }: InboxView): Html {
  const { id, envelope, from, subject, text, receivedAt, attachments } = message;
  const timeZone = mailboxes.timeZoneOf(envelope.to[0]!);
  const files = attachments.filter(({ isInline }) => !isInline).length;
  return html`<li>
    <a id="mail-${id}" href="/inbox/${id}">
      <span class="to"
        >${envelope.to.map((address) => html`${address}${organiserMark(address, mailboxes)} `)}</span
      >
      <time datetime="${receivedAt.toISOString()}">${shortTime(receivedAt, timeZone)}</time>
      <span class="subject">${subject || 'No subject'}</span>
      <span class="preview">${text.replaceAll(/\s+/g, ' ').slice(0, 160)}</span>
      <small
        >from ${from}${files > 0 && html` · ${files === 1 ? '1 file' : `${files} files`}`}</small
      >
    </a>
  </li>`;
}

function emptyNote(chosen: string | null): Html {
  return html`<p class="nothing">
    ${chosen === null ? 'No mail has come yet.' : `No mail has come for ${chosen}.`} New ones appear
    here by themselves.
  </p>`;
}

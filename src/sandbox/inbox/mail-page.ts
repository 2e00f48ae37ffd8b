// One mail, as its reader would see it and as it was sent.
import { html, type Html } from '../../web/html.ts';
import { inboxLink, organiserMark } from './inbox-page.ts';
import { mailFrame } from './mail-frame.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Attachment, Message } from './message.ts';

const views = { html: 'Formatted', text: 'Plain text', headers: 'Headers' } as const;
type View = keyof typeof views;

/** What was asked for, where the mail has it. */
export function viewOf(message: Message, asked: unknown): View {
  if (asked === 'headers' || asked === 'text') return asked;
  return message.html ? 'html' : 'text';
}

export function mailBody(message: Message, view: View, mailboxes: Mailboxes): Html {
  const { id, envelope, subject, from, replyTo, receivedAt, attachments } = message;
  const files = attachments.map((file, index) => ({
    file,
    href: `/inbox/${id}/attachments/${index + 1}`,
  }));
  const shown = files.filter(({ file }) => !file.isInline);
  return html`<article class="mail">
    <p class="back"><a href="/inbox">All mails</a></p>
    <h1>${subject || 'No subject'}</h1>
    <dl class="parties">
      <dt>From</dt>
      <dd>${from}</dd>
      ${
        replyTo !== null &&
        html`<dt>Replies to</dt>
          <dd>${replyTo}</dd>`
      }
      <dt>To</dt>
      <dd>
        ${envelope.to.map((address) => html`<a href="${inboxLink(address)}">${address}</a>${organiserMark(address, mailboxes)} `)}
      </dd>
      <dt>Received</dt>
      <dd>
        <time datetime="${receivedAt.toISOString()}"
          >${longTime(receivedAt, mailboxes.timeZoneOf(envelope.to[0]!))}</time
        >
      </dd>
    </dl>
    ${shown.length > 0 && fileList(shown)} ${viewLinks(message, view)} ${content(message, view)}
    <p><a href="/inbox/${id}/source.eml">Save the mail as it was sent (.eml)</a></p>
  </article>`;
}

/** 'Wednesday 25 November 2026 at 11:20:00 Europe/Berlin' */
function longTime(instant: Date, timeZone: string): string {
  const format = { dateStyle: 'full', timeStyle: 'medium', timeZone } as const;
  const words = new Intl.DateTimeFormat('en-GB', format).format(instant);
  return `${words} ${timeZone.replaceAll('_', ' ')}`;
}

function fileList(files: { file: Attachment; href: string }[]): Html {
  return html`<ul class="files" aria-label="Attachments">
    ${files.map(
      ({ file, href }) =>
        html`<li>
          <a href="${href}" download="${file.name}">${file.name}</a>
          <small>${sizeOf(file)} · ${file.type}${file.method && `, ${file.method}`}</small>
        </li>`,
    )}
  </ul>`;
}

function viewLinks(message: Message, view: View): Html {
  const offered = (Object.keys(views) as View[]).filter((name) => name !== 'html' || message.html);
  return html`<nav class="views" aria-label="Ways to see this mail">
    ${offered.map(
      (name) =>
        html`<a
          href="/inbox/${message.id}?show=${name}"
          ${name === view && html`aria-current="page"`}
          >${views[name]}</a
        > `,
    )}
  </nav>`;
}

function content(message: Message, view: View): Html {
  if (view === 'html') return mailFrame(message);
  if (view === 'text')
    return html`<pre class="text">${linked(message.text || 'This mail has no text.')}</pre>`;
  return html`<dl class="headers">
    ${message.headers.map(
      ({ name, value }) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function linked(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) => {
    return index % 2 === 1
      ? html`<a href="${part}" target="_blank" rel="noopener">${part}</a>`
      : html`${part}`;
  });
}

function sizeOf({ content }: Attachment): string {
  const { length } = content;
  return length < 1000 ? `${length} bytes` : `${(length / 1000).toFixed(1)} kB`;
}

// A mail as the inbox keeps it: the bytes that came over SMTP, and what they say.
import PostalMime, { type Address, type Attachment as Part } from 'postal-mime';

/** What the SMTP dialogue said; `to` decides whose mail it is. */
export type Envelope = { receivedAt: Date; from: string; to: string[] };

export type Sent = { envelope: Envelope; raw: Buffer };

export type Attachment = {
  name: string;
  type: string;
  /** iCalendar's METHOD, for a calendar part. */
  method: string | null;
  contentId: string | null;
  /** No file to the reader: a picture within the HTML, or the calendar's form of the text. */
  isInline: boolean;
  content: Buffer;
};

export type Message = Content & {
  /** Rises with each mail: '000001', '000002', … */
  id: string;
};

export type Content = {
  receivedAt: Date;
  envelope: Envelope;
  /** As the headers name the sender, for a person to read. */
  from: string;
  to: string[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string | null;
  headers: { name: string; value: string }[];
  attachments: Attachment[];
  /** Every address that the HTML links to, else those that the text shows. */
  links: string[];
  raw: Buffer;
};

const calendarTypes = new Set(['text/calendar', 'application/ics']);

/** Throws when the bytes are no mail. */
export async function readContent({ envelope, raw }: Sent): Promise<Content> {
  const mail = await PostalMime.parse(raw);
  const { text = '', html = '' } = mail;
  return {
    receivedAt: envelope.receivedAt,
    envelope,
    from: mail.from ? addressesOf(mail.from)[0]! : envelope.from,
    to: mail.to?.flatMap(addressesOf) ?? envelope.to,
    replyTo: mail.replyTo?.flatMap(addressesOf)[0] ?? null,
    subject: mail.subject ?? '',
    text,
    html,
    messageId: mail.messageId ?? null,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: mail.attachments.map(attachmentOf),
    links: linksIn(html, text),
    raw,
  };
}

function addressesOf({ name, address, group }: Address): string[] {
  if (group) return group.flatMap(addressesOf);
  return [name ? `${name} <${address}>` : address];
}

function attachmentOf(part: Part, index: number): Attachment {
  const isCalendar = calendarTypes.has(part.mimeType);
  return {
    name: part.filename ?? `part-${index + 1}${isCalendar ? '.ics' : ''}`,
    type: part.mimeType,
    method: part.method ?? null,
    contentId: part.contentId?.replaceAll(/[<>]/g, '') ?? null,
    isInline: part.related === true || (isCalendar && part.filename === null),
    content: contentOf(part),
  };
}

/** postal-mime hands iCalendar over with bare line feeds; RFC 5545 has them as CRLF, and so does the sender. */
function contentOf({ content, encoding, mimeType }: Part): Buffer {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content, encoding)
      : Buffer.from(new Uint8Array(content));
  return calendarTypes.has(mimeType)
    ? Buffer.from(bytes.toString().replaceAll(/\r?\n/g, '\r\n'))
    : bytes;
}

function linksIn(html: string, text: string): string[] {
  const found = html
    ? [...html.matchAll(/<a\b[^>]*?\bhref="([^"]+)"/gi)].map((match) => unescape(match[1]!))
    : [...text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g)].map(([link]) => link);
  return [...new Set(found)];
}

function unescape(text: string): string {
  return text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

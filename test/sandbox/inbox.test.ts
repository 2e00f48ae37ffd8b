// The inbox as the service meets it: real SMTP by nodemailer.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { startInbox, type Inbox, type InboxOptions } from '../../src/sandbox/inbox/inbox.ts';
import { testClock } from '../support/clock.ts';

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

test('a mail that was sent can be found by its recipient, with all that it says', async () => {
  const inbox = await openInbox();

  await send(inbox, {
    to: 'Sam Ode <Sam@example.com>',
    subject: 'Grüße',
    text: 'Hello',
    html: '<p>Hello <a href="http://localhost:3000/confirm/a?x=1&amp;y=2">confirm</a></p>',
  });

  const [message] = inbox.to('sam@example.com');
  expect(message).toMatchObject({
    id: '000001',
    receivedAt: new Date('2026-11-23T08:00:00Z'),
    envelope: { from: 'service@example.com', to: ['sam@example.com'] },
    from: 'Quarterhour <service@example.com>',
    to: ['Sam Ode <Sam@example.com>'],
    subject: 'Grüße',
    links: ['http://localhost:3000/confirm/a?x=1&y=2'],
  });
  expect(message!.text.trim()).toBe('Hello');
  expect(message!.raw.toString()).toContain('Subject:');
  expect(inbox.to('lea@example.com')).toEqual([]);
});

test('a blind copy is found by the address that received it', async () => {
  const inbox = await openInbox();

  await send(inbox, { bcc: 'lea@example.com' });

  expect(inbox.to('lea@example.com')).toHaveLength(1);
});

test('an attached calendar file comes out as it went in', async () => {
  const inbox = await openInbox();
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';

  await send(inbox, { icalEvent: { method: 'PUBLISH', filename: 'appointment.ics', content } });

  const { attachments } = inbox.messages()[0]!;
  const told = attachments.map((file) => [file.isInline, file.method, file.content.toString()]);
  expect(told).toEqual([
    [true, 'PUBLISH', content],
    [false, null, content],
  ]);
  expect(attachments[1]!.name).toBe('appointment.ics');
});

test('waiting ends with the mail that fits, already here or still to come', async () => {
  const inbox = await openInbox();

  const coming = inbox.waitFor(({ subject }) => subject === 'Second', 5000);
  await send(inbox, { subject: 'First' });
  await send(inbox, { subject: 'Second' });

  const here = await inbox.waitFor(({ subject }) => subject === 'First', 5000);
  expect(here.id).toBe('000001');
  expect((await coming).id).toBe('000002');
});

test('waiting in vain tells what the inbox holds', async () => {
  const inbox = await openInbox();
  await send(inbox, { subject: 'Other' });

  const waiting = inbox.waitFor(() => false, 20);

  await expect(waiting).rejects.toThrow('waited 20 ms in vain; the inbox holds “Other” to sam@');
});

test('a mail that was taken is there after a restart, byte for byte', async () => {
  const directory = temporaryDirectory();
  const first = await openInbox({ directory });
  await send(first, { subject: 'Kept' });
  const { raw } = first.messages()[0]!;

  // as after kill -9: the first one was never told to close
  const second = await openInbox({ directory });

  expect(second.messages()).toEqual(first.messages());
  expect(second.messages()[0]!.raw.equals(raw)).toBe(true);
});

test('a mail of which only half was written is not there after a restart', async () => {
  const directory = temporaryDirectory();
  const first = await openInbox({ directory });
  await send(first, { subject: 'Half' });
  rmSync(join(directory, '000001.json'));

  const second = await openInbox({ directory });

  expect(second.messages()).toEqual([]);
});

test('emptied is empty, on disk as well', async () => {
  const directory = temporaryDirectory();
  const inbox = await openInbox({ directory });
  await send(inbox);

  inbox.clear();

  expect(inbox.messages()).toEqual([]);
  expect(readdirSync(directory)).toEqual([]);
});

test('mails that come at once are all kept, each under its own number', async () => {
  const inbox = await openInbox({ directory: temporaryDirectory() });

  await Promise.all(Array.from({ length: 8 }, (_, index) => send(inbox, { subject: `${index}` })));

  const ids = inbox.messages().map(({ id }) => id);
  expect(new Set(ids).size).toBe(8);
});

test.each([
  { code: 451, at: 'message' },
  { code: 550, at: 'recipient' },
] as const)('told to refuse with $code at the $at, it keeps nothing', async (how) => {
  const inbox = await openInbox();
  inbox.refuse(how);

  const sending = send(inbox);

  await expect(sending).rejects.toMatchObject({ responseCode: how.code });
  expect(inbox.messages()).toEqual([]);
});

test('told to refuse once, it takes the next mail', async () => {
  const inbox = await openInbox();
  inbox.refuse({ times: 1 });

  await expect(send(inbox)).rejects.toMatchObject({ responseCode: 451 });
  await send(inbox);

  expect(inbox.messages()).toHaveLength(1);
});

test('told to hang, it leaves the sender without a reply', async () => {
  const inbox = await openInbox();
  inbox.hang();

  const sending = send(inbox);

  await expect(sending).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(inbox.messages()).toEqual([]);
});

async function openInbox(options: Partial<InboxOptions> = {}): Promise<Inbox> {
  const inbox = await startInbox({ clock: testClock('2026-11-23T08:00:00Z'), ...options });
  closing.push(() => inbox.close());
  return inbox;
}

async function send(inbox: Inbox, mail: SendMailOptions = {}): Promise<void> {
  const transport = createTransport({ url: inbox.smtpUrl, socketTimeout: 500 });
  const from = 'Quarterhour <service@example.com>';
  const to = mail.bcc ? {} : { to: 'sam@example.com' };
  await transport.sendMail({ from, ...to, subject: 'A mail', text: 'Text', ...mail });
}

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'inbox-'));
  closing.unshift(() => rmSync(directory, { recursive: true }));
  return directory;
}

// The inbox as a browser asks for it.
import { expect, test } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { accessTo, lea, mira, openSandbox, post, type OpenSandbox } from './open-sandbox.ts';

const jo = 'jo@example.org';

test('the inbox lists every mail, the newest first', async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { subject: 'Earlier' });
  await send(sandbox, { subject: 'Later', to: 'lea@example.com' });

  const page = await read(sandbox, '/inbox');

  expect(page.indexOf('Later')).toBeGreaterThan(-1);
  expect(page.indexOf('Later')).toBeLessThan(page.indexOf('Earlier'));
});

test("one recipient's inbox shows that recipient's mails alone", async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { subject: 'For Jo' });
  await send(sandbox, { subject: 'For Lea', to: 'lea@example.com' });

  const page = await read(sandbox, `/inbox?to=${encodeURIComponent(jo)}`);

  expect(page).toContain('For Jo');
  expect(page).not.toContain('For Lea');
});

test('a part of an address finds the mails of all whom it fits', async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { subject: 'For Jo' });
  await send(sandbox, { subject: 'For Lea', to: lea });

  const page = await read(sandbox, '/inbox?to=JO%40');

  expect(page).toContain('For Jo');
  expect(page).not.toContain('For Lea');
});

test('a mail’s time is that of its reader’s clocks, with the zone', async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { to: lea });
  await send(sandbox);

  const list = await read(sandbox, '/inbox');
  const ofLea = await read(sandbox, '/inbox/000001');
  const ofJo = await read(sandbox, '/inbox/000002');

  expect(list).toMatch(/11:20 CET[^]*10:20 GMT/);
  expect(ofLea).toContain('25 November 2026 at 10:20:00 Europe/London');
  expect(ofJo).toContain('25 November 2026 at 11:20:00 Europe/Berlin');
});

test('an organiser’s mails are marked as such', async () => {
  const sandbox = await openSandbox();
  await accessTo(sandbox, mira);
  await send(sandbox, { to: mira });
  await send(sandbox);

  const ofMira = await read(sandbox, '/inbox/000001');
  const ofJo = await read(sandbox, '/inbox/000002');

  expect(ofMira).toContain('Organiser');
  expect(ofJo).not.toContain('Organiser');
});

test('an appointment that a mail carries twice, for Outlook and for others, is one file to its reader', async () => {
  const sandbox = await openSandbox();
  const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
  await send(sandbox, { icalEvent: { method: 'PUBLISH', filename: 'appointment.ics', content } });

  const page = await read(sandbox, '/inbox/000001');

  expect(sandbox.inbox.messages()[0]!.attachments).toHaveLength(2);
  expect(page.match(/\bdownload=/g)).toHaveLength(1);
});

test("a mail's HTML stands in a frame that can run no script and send no form", async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { html: '<p>Hello</p><script>alert(1)</script>' });

  const reply = await fetch(`${sandbox.url}/inbox/000001`);

  const frame = /<iframe[^>]*>/.exec(await reply.text())![0];
  expect(frame).toContain('srcdoc="&lt;base target=&quot;_top&quot;&gt;&lt;p&gt;Hello');
  expect(frame).toMatch(/sandbox="[^"]*allow-top-navigation-by-user-activation[^"]*"/);
  expect(frame).not.toMatch(/allow-scripts|allow-same-origin|allow-forms/);
  expect(reply.headers.get('Content-Security-Policy')).toMatch(
    /default-src 'none'; script-src 'none'/,
  );
});

test('the plain text is shown with its links', async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { text: 'Go to http://localhost:3000/confirm/a?x=1&y=2. <b>Now</b>' });

  const page = await read(sandbox, '/inbox/000001?show=text');

  expect(page).toContain('href="http://localhost:3000/confirm/a?x=1&amp;y=2"');
  expect(page).toContain('&lt;b&gt;Now&lt;/b&gt;');
});

test('the headers are shown as they came', async () => {
  const sandbox = await openSandbox();
  await send(sandbox, { headers: { 'Auto-Submitted': 'auto-generated' } });

  const page = await read(sandbox, '/inbox/000001?show=headers');

  expect(page.replaceAll(/\s+/g, '')).toContain('<dt>Auto-Submitted</dt><dd>auto-generated</dd>');
});

test('an attachment is saved, never shown', async () => {
  const sandbox = await openSandbox();
  const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
  await send(sandbox, { icalEvent: { method: 'PUBLISH', filename: 'appointment.ics', content } });
  const page = await read(sandbox, '/inbox/000001');
  const [, href] = /href="([^"]+)" download="appointment.ics"/.exec(page)!;

  const reply = await fetch(sandbox.url + href);

  expect(await reply.text()).toBe(content);
  expect(reply.headers.get('Content-Disposition')).toBe('attachment; filename="appointment.ics"');
  expect(reply.headers.get('Content-Security-Policy')).toContain('sandbox');
});

test('the mail can be had as it was sent', async () => {
  const sandbox = await openSandbox();
  await send(sandbox);

  const source = await read(sandbox, '/inbox/000001/source.eml');

  expect(source).toBe(sandbox.inbox.messages()[0]!.raw.toString());
});

test('a picture of the mail itself is seen', async () => {
  const sandbox = await openSandbox();
  const picture = { cid: 'mark@example.com', filename: 'mark.png', content: Buffer.from('png') };
  await send(sandbox, { html: '<img src="cid:mark@example.com">', attachments: [picture] });

  const page = await read(sandbox, '/inbox/000001');

  expect(page).toContain('&lt;img src=&quot;data:image/png;base64,cG5n&quot;&gt;');
});

test('the inbox is emptied by its button, and by no other site', async () => {
  const sandbox = await openSandbox();
  await send(sandbox);

  const foreign = await fetch(`${sandbox.url}/inbox/empty`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  });
  const left = sandbox.inbox.messages().length;
  const own = await post(`${sandbox.url}/inbox/empty`, {});

  expect([foreign.status, left]).toEqual([403, 1]);
  expect(await own.text()).toContain('No mail has come yet.');
});

test('a mail that is not there is not found', async () => {
  const sandbox = await openSandbox();

  const reply = await fetch(`${sandbox.url}/inbox/000009`);

  expect(reply.status).toBe(404);
});

test('the start page leads to every calendar and every inbox', async () => {
  const sandbox = await openSandbox();
  await send(sandbox);

  const page = await read(sandbox, '/');

  expect(page).toContain('href="/calendar/mira%40example.com"');
  expect(page).toContain('href="/calendar/sam%40example.com"');
  expect(page).toContain('href="/inbox?to=jo%40example.org"');
  expect(page).toContain('href="http://localhost:3000"');
});

async function read({ url }: OpenSandbox, path: string): Promise<string> {
  const reply = await fetch(url + path);
  return reply.text();
}

async function send({ inbox }: OpenSandbox, mail: SendMailOptions = {}): Promise<void> {
  const transport = createTransport({ url: inbox.smtpUrl });
  await transport.sendMail({
    from: 'service@example.com',
    to: jo,
    subject: 'A mail',
    text: 'Text',
    ...mail,
  });
}

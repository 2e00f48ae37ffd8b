// Administrators see who offers time, invite, disable and enable; everybody else is told that this is not for them.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { type ApiClient, apiClient } from '../organisers/api-client.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { book } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

const page = '/organiser/administration';

let service: TestService;
let chief: MadeOrganiser;
let made: MadeOrganiser;
let visitor: Visitor;
let api: ApiClient;
let people = 0;

beforeAll(async () => {
  service = await startTestService({
    config: { administrators: ['Chief@example.com'], organisers: ['@example.com'] },
  });
  chief = await makeOrganiser(service, { email: 'chief@example.com' });
  visitor = createVisitor(service);
  await visitor.signIn(chief.email);
});

beforeEach(async () => {
  service.clock.set(monday);
  await service.parts.database.query(sql`delete from invitation_mails`);
  made = await makeOrganiser(service);
  api = await apiClient(service, chief.organiser.id);
});

afterAll(() => service.close());

test('who is not in ADMINISTRATORS is told in a plain sentence, on every way in', async () => {
  const other = createVisitor(service);
  await other.signIn(made.email);
  const theirs = await apiClient(service, made.organiser.id);

  const shown = await other.open(page);
  const pressed = await other.send(`${page}/invitations`, { entry: 'a@example.org' });
  const asked = await theirs('GET', '/api/administration/organisers');

  expect([shown.status, pressed.status, asked.status]).toEqual([403, 403, 403]);
  expect(shown.text).toContain(`${made.email} is not among them`);
  expect((await other.open('/organiser')).text).not.toContain(page);
  expect((await visitor.open('/organiser')).text).toContain(page);
});

test('each organiser is listed with connection, last sign-in and a count of bookings, and no booking', async () => {
  await book(service, made, '2026-11-24T10:00:00+01:00', { name: 'Secret Attendee' });
  await createVisitor(service).signIn(made.email);

  const shown = await visitor.open(`${page}?q=${made.email}`);
  const { body } = await api('GET', `/api/administration/organisers?q=${made.email}`);

  expect(shown.text).toContain('1 upcoming booking');
  expect(shown.text).toContain('Signed in just now');
  expect(shown.text).not.toContain('Secret Attendee');
  expect(body).toEqual({
    organisers: [
      {
        id: made.organiser.id,
        name: 'Test Organiser',
        email: made.email,
        handle: made.organiser.handle,
        bookingUrl: `${service.url}/${made.organiser.handle}`,
        isAdministrator: false,
        disabledAt: null,
        lastSignInAt: '2026-11-23T08:00:00.000Z',
        upcomingBookings: 1,
        connection: { offersTimes: true, troubles: [] },
      },
    ],
    page: 1,
    pages: 1,
    count: 1,
  });
  await service.settle();
});

test('a lost connection is told in a few words, and no calendar is named', async () => {
  await service.parts.database.query(sql`
    update google_accounts set state = 'needs_reconnect', state_reason = 'needs_reconnect' where id = ${made.accountId}`);

  const shown = await visitor.open(`${page}?q=${made.email}`);

  expect(shown.text).toContain('Offers no times');
  expect(shown.text).toContain('Google has to be connected again');
});

test('who is invited gets a mail, may sign in from then on, and is listed instead of the invitation', async () => {
  const email = addPerson();
  const before = await createVisitor(service).signIn(email);

  const invited = await visitor.send(`${page}/invitations`, { entry: email.toUpperCase() });
  await service.settle();
  const [mail] = service.inbox.to(email);
  const after = await createVisitor(service).signIn(email, { start: '/auth/google?consent=1' });
  const shown = await visitor.open(page);

  expect(before.status).toBe(403);
  expect(invited.text).toContain('The invitation is made.');
  expect(invited.text).toContain(email);
  expect(mail!.subject).toBe('Test Organiser invites you to offer your time');
  expect(mail!.text).toContain(`${service.url}/organiser/sign-in`);
  expect([after.status, after.url.pathname]).toEqual([200, '/organiser']);
  expect(shown.text).not.toContain('invitations/');
});

test('a domain is let in as a whole, without a mail', async () => {
  const count = service.inbox.messages().length;

  const reply = await api('POST', '/api/administration/invitations', { entry: '@Example.net' });
  await service.settle();

  expect(reply).toMatchObject({ status: 201, body: { entry: '@example.net', mail: 'none' } });
  expect(service.inbox.messages()).toHaveLength(count);
  await api('DELETE', `/api/administration/invitations/${String(reply.body['id'])}`);
});

test('an invitation that is withdrawn lets nobody in', async () => {
  const email = addPerson();
  const { body } = await api('POST', '/api/administration/invitations', { entry: email });
  await service.settle();

  const withdrawn = await visitor.send(`${page}/invitations/${String(body['id'])}/withdraw`, {});
  const again = await api('DELETE', `/api/administration/invitations/${String(body['id'])}`);
  const refused = await createVisitor(service).signIn(email);

  expect(withdrawn.text).toContain('The invitation is withdrawn.');
  expect([again.status, refused.status]).toEqual([404, 403]);
});

test('a mail that is refused for good is shown with what the mail server said', async () => {
  service.inbox.refuse({ at: 'recipient', code: 550 });
  await visitor.send(`${page}/invitations`, { entry: 'refused@example.org' });
  await service.settle();
  service.inbox.accept();

  const shown = await visitor.open(page);
  const { body } = await api('GET', '/api/administration/invitations');

  expect(shown.text).toContain('The mail was refused');
  expect(body['invitations']).toContainEqual(
    expect.objectContaining({
      entry: 'refused@example.org',
      mail: 'refused',
      mailRefusal: expect.stringMatching(/^550 /),
    }),
  );
});

test.each([
  ['ada', 'Give an address such as ada@example.com'],
  ['@gmail.com', 'Google vouches for no such domain'],
  ['chief@example.com', 'chief@example.com is an organiser here already.'],
])('“%s” is not invited, the reason is told, and what was typed stays', async (entry, sentence) => {
  const shown = await visitor.send(`${page}/invitations`, { entry });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain(sentence);
  expect(shown.text).toContain(`value="${entry}"`);
});

test('fifty mails a day, and three to one address, are enough', async () => {
  const invite = async (entry: string) => {
    const { status, body } = await api('POST', '/api/administration/invitations', { entry });
    if (status === 201)
      await api('DELETE', `/api/administration/invitations/${String(body['id'])}`);
    return status;
  };

  const toOne = [];
  for (let count = 0; count < 4; count += 1) toOne.push(await invite('again@example.org'));
  const toMany = [];
  for (let count = 0; count < 48; count += 1)
    toMany.push(await invite(`many-${count}@example.org`));
  service.clock.advance(24 * 60 * 60_000);
  const nextDay = await invite('again@example.org');
  await service.settle();

  expect(toOne).toEqual([201, 201, 201, 429]);
  expect(toMany.filter((status) => status === 201)).toHaveLength(47);
  expect(toMany.at(-1)).toBe(429);
  expect(nextDay).toBe(201);
});

test('who is disabled is signed out at once and for good, keys too, until enabled again', async () => {
  const other = createVisitor(service);
  await other.signIn(made.email);
  const key = await apiClient(service, made.organiser.id);

  const pressed = await visitor.send(`${page}/organisers/${made.organiser.id}/disable`, {});
  const disabled = [(await other.open('/api/me')).status, (await key('GET', '/api/me')).status];
  const hosted = await other.open(`/${made.organiser.handle}`);
  const enabled = await visitor.send(`${page}/organisers/${made.organiser.id}/enable`, {});
  const stale = [(await other.open('/api/me')).status, (await key('GET', '/api/me')).status];
  const back = await other.signIn(made.email);

  expect(pressed.text).toContain('The organiser is disabled.');
  expect(pressed.text).toContain('Disabled since');
  expect(disabled).toEqual([401, 401]);
  expect(hosted.status).toBe(404);
  expect(enabled.text).toContain('The organiser is enabled again.');
  expect(stale).toEqual([401, 401]);
  expect([back.status, back.url.pathname]).toEqual([200, '/organiser']);
});

test('nobody can disable themselves', async () => {
  const { id } = chief.organiser;

  const reply = await api('POST', `/api/administration/organisers/${id}/disable`);

  expect(reply).toMatchObject({ status: 403, body: { title: 'You cannot disable yourself.' } });
  expect((await visitor.open(page)).text).not.toContain(`${id}/disable`);
});

test('who is not there can be neither disabled nor enabled', async () => {
  const path = '/api/administration/organisers/00000000-0000-4000-8000-000000000000';

  const replies = [await api('POST', `${path}/disable`), await api('POST', `${path}/enable`)];

  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
});

/** Somebody whom ORGANISERS does not let in. */
function addPerson(): string {
  const email = `invited-${(people += 1)}@example.org`;
  service.google.world.addAccount({ address: email, timeZone: 'Europe/Berlin' });
  return email;
}

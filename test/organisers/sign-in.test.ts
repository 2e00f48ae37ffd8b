import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listAccounts } from '../../src/calendars/account-queries.ts';
import { sql } from '../../src/database/sql.ts';
import { type TestService, startTestService } from '../support/service.ts';
import { createVisitor, type Visitor } from './visitor.ts';

let service: TestService;
let people = 0;

beforeAll(async () => {
  service = await startTestService({
    config: { organisers: ['@example.com', 'guest@example.org'] },
  });
});

afterAll(() => service.close());

test('a first sign-in creates the organiser with handle, zone, hours, event types and calendar', async () => {
  addPerson('ada.lovelace@example.com', 'Asia/Kathmandu');
  const visitor = createVisitor(service);

  const shown = await visitor.signIn('ada.lovelace@example.com');

  expect([shown.status, shown.url.pathname]).toEqual([200, '/organiser']);
  expect(await apiOf(visitor, '/api/me')).toMatchObject({
    handle: 'ada-lovelace',
    email: 'ada.lovelace@example.com',
    timeZone: 'Asia/Kathmandu',
    bookingUrl: `${service.url}/ada-lovelace`,
  });
  expect(await apiOf(visitor, '/api/me/availability')).toEqual({
    timeZone: 'Asia/Kathmandu',
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
    overrides: [],
  });
  const { eventTypes } = (await apiOf(visitor, '/api/me/event-types')) as { eventTypes: object[] };
  expect(eventTypes).toMatchObject([
    { slug: '15min', durationMinutes: 15, confirmation: 'email', minimumNoticeMinutes: 60 },
    { slug: '30min', durationMinutes: 30, asks: { phone: 'required', age: 'optional' } },
    { slug: '60min', durationMinutes: 60, horizonDays: 60, dailyCap: null },
  ]);
  expect(await apiOf(visitor, '/api/me/calendars')).toMatchObject({
    accounts: [{ email: 'ada.lovelace@example.com', state: 'connected' }],
    calendars: [{ isPrimary: true, countsAsBusy: true, takesBookings: true }],
  });
});

test('the refresh token is sealed for its account, and nowhere readable', async () => {
  const { email, visitor } = await signedIn();
  const [account] = await accountsOf(visitor);

  const sealed = account!.refreshTokenSealed!;

  expect(service.parts.seal.open(sealed, account!.id)).not.toBe('');
  expect(() => service.parts.seal.open(sealed, 'another account')).toThrow();
  expect(account!.email).toBe(email);
});

test('who signs in again is the same organiser, in a new session', async () => {
  const { email, visitor } = await signedIn();
  const before = await apiOf(visitor, '/api/me');
  const oldSession = visitor.cookie('quarterhour-session')!;

  await visitor.signIn(email);

  expect(visitor.cookie('quarterhour-session')).not.toBe(oldSession);
  expect(await apiOf(visitor, '/api/me')).toEqual(before);
  const thief = createVisitor(service);
  thief.setCookie('quarterhour-session', oldSession);
  expect((await thief.open('/api/me')).status).toBe(401);
});

test('two people with the same local part get two handles', async () => {
  const { visitor: first } = await signedIn('grace@example.com');
  const { visitor: second } = await signedIn('grace+work@example.com');

  expect(await apiOf(first, '/api/me')).toMatchObject({ handle: 'grace' });
  expect(await apiOf(second, '/api/me')).toMatchObject({ handle: 'grace-2' });
});

test('who says no at Google gets a kind page and can try again', async () => {
  const email = addPerson();
  const visitor = createVisitor(service);

  const shown = await visitor.signIn(email, { decision: 'cancel' });

  expect(shown.text).toContain('You were not signed in');
  expect(shown.text).toContain('href="/auth/google"');
  expect((await visitor.open('/api/me')).status).toBe(401);
  expect((await visitor.signIn(email)).url.pathname).toBe('/organiser');
});

test('a missing permission is named in plain words and asked for again', async () => {
  const email = addPerson();
  const visitor = createVisitor(service);

  const shown = await visitor.signIn(email, { untick: ['calendar.events.freebusy'] });

  expect(shown.text).toContain('A permission is missing');
  expect(shown.text).toContain('See when you are busy');
  expect(shown.text).not.toContain('Write appointments');
  expect((await visitor.open('/api/me')).status).toBe(401);
  const again = /href="(\/auth\/google\?[^"]+)"/.exec(shown.text)![1]!.replaceAll('&amp;', '&');
  expect((await visitor.signIn(email, { start: again })).url.pathname).toBe('/organiser');
});

test('a stranger is refused, and nothing is kept of them', async () => {
  const email = addPerson(`stranger@example.net`);
  const visitor = createVisitor(service);

  const shown = await visitor.signIn(email);

  expect(shown.status).toBe(403);
  expect(shown.text).toContain('stranger@example.net may not sign in here');
  const rows = await service.parts.database.query(
    sql`select id from organisers where email = ${email}`,
  );
  expect(rows).toEqual([]);
});

test.each([
  ['another state', (address: URL) => address.searchParams.set('state', 'x'.repeat(43))],
  ['no state', (address: URL) => address.searchParams.delete('state')],
])('a return with %s signs nobody in', async (_, spoil) => {
  const visitor = createVisitor(service);
  const google = await visitor.open('/auth/google');
  const address = new URL('/auth/google/callback', service.url);
  address.searchParams.set('code', 'any');
  address.searchParams.set('state', google.url.searchParams.get('state')!);
  spoil(address);

  const shown = await visitor.open(address.href);

  expect(shown.status).toBe(403);
  expect(shown.text).toContain('was not begun in this browser');
});

test('a sign-in that was begun in another browser signs nobody in', async () => {
  const google = await createVisitor(service).open('/auth/google');
  const state = google.url.searchParams.get('state')!;

  const shown = await createVisitor(service).open(`/auth/google/callback?code=any&state=${state}`);

  expect(shown.status).toBe(403);
});

test('a sign-in that took more than ten minutes begins again', async () => {
  const email = addPerson();
  const visitor = createVisitor(service);
  const page = await visitor.open(`/auth/google?consent=1&login_hint=${email}`);
  service.clock.advance(10 * 60_000);

  const shown = await visitor.send(page.url.href, { decision: 'allow' });

  expect(shown.status).toBe(403);
});

test('without a lasting permission the consent page is asked for by itself', async () => {
  const { email, visitor } = await signedIn();
  await service.parts.database.query(sql`delete from organisers where email = ${email}`);

  const shown = await visitor.signIn(email);

  expect(shown.url.pathname).toBe('/organiser');
  expect(await accountsOf(visitor)).toMatchObject([{ refreshTokenSealed: expect.any(Buffer) }]);
});

test('signing out ends the session', async () => {
  const { visitor } = await signedIn();
  const session = visitor.cookie('quarterhour-session')!;

  const shown = await visitor.send('/auth/sign-out', {});

  expect(shown.url.pathname).toBe('/organiser/sign-in');
  visitor.setCookie('quarterhour-session', session);
  expect((await visitor.open('/api/me')).status).toBe(401);
});

test('a session lasts thirty days', async () => {
  const { visitor } = await signedIn();

  service.clock.advance(30 * 86_400_000 - 1000);
  const before = await visitor.open('/api/me');
  service.clock.advance(1000);
  const after = await visitor.open('/api/me');

  expect([before.status, after.status]).toEqual([200, 401]);
});

test('pages lead to the sign-in, the API says so', async () => {
  const visitor = createVisitor(service);

  const page = await visitor.open('/organiser');
  const api = await visitor.open('/api/me');

  expect(page.url.pathname).toBe('/organiser/sign-in');
  expect([api.status, JSON.parse(api.text)]).toEqual([
    401,
    expect.objectContaining({ code: 'not_signed_in' }),
  ]);
});

test('when Google does not answer at a first sign-in, nothing has begun', async () => {
  const email = addPerson();
  const visitor = createVisitor(service);
  service.google.faults.add({ method: 'calendar.calendarList.list', fault: 'html_502', times: 9 });

  const shown = await visitor.signIn(email);
  service.google.faults.clear();

  expect(shown.status).toBe(503);
  expect(shown.text).toContain('Google did not answer just now');
  expect((await visitor.signIn(email, { start: '/auth/google?consent=1' })).status).toBe(200);
});

test('connecting the same account again heals it', async () => {
  const { visitor } = await signedIn();
  const [account] = await accountsOf(visitor);
  await service.parts.database.query(sql`
    update google_accounts set state = 'needs_reconnect', state_reason = 'needs_reconnect'
    where id = ${account!.id}`);
  const broken = await visitor.open('/organiser');
  const link = /href="(\/auth\/google\?[^"]+)"/.exec(broken.text)![1]!.replaceAll('&amp;', '&');

  const healed = await visitor.signIn(account!.email, { start: link });
  await service.settle();

  expect(broken.text).toContain('Please connect this account again');
  expect(healed.text).not.toContain('Please connect this account again');
  expect(await accountsOf(visitor)).toMatchObject([{ id: account!.id, state: 'connected' }]);
});

test('a second account can be connected, whatever its domain, and belongs to one organiser only', async () => {
  const { visitor } = await signedIn();
  const { visitor: other } = await signedIn();
  const second = addPerson(`private-${people}@example.net`);
  const start = '/auth/google?connect=1';

  await visitor.signIn(second, { start });
  const refused = await other.signIn(second, { start });

  expect(await accountsOf(visitor)).toHaveLength(2);
  expect(refused.text).toContain('belongs to another organiser of this service');
  expect(await accountsOf(other)).toHaveLength(1);
});

test('the session cookie is for our server only', async () => {
  const response = await fetch(`${service.url}/auth/google`, { redirect: 'manual' });

  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^quarterhour-sign-in=[^;]+;.*path=\/;.*samesite=lax; httponly$/i),
  ]);
});

test('behind https the cookie is bound to this host and travels encrypted only', async () => {
  const secure = await startTestService({ config: { publicUrl: 'https://book.example.com' } });

  const response = await fetch(`${secure.url}/auth/google`, { redirect: 'manual' });
  await secure.close();

  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-quarterhour-sign-in=[^;]+;.*path=\/;.*; secure; httponly$/i),
  ]);
});

function addPerson(email = `person-${(people += 1)}@example.com`, timeZone = 'Europe/Berlin') {
  service.google.world.addAccount({ address: email, timeZone });
  return email;
}

async function signedIn(email?: string): Promise<{ email: string; visitor: Visitor }> {
  const address = addPerson(email);
  const visitor = createVisitor(service);
  await visitor.signIn(address);
  return { email: address, visitor };
}

async function apiOf(visitor: Visitor, path: string): Promise<unknown> {
  return JSON.parse((await visitor.open(path)).text);
}

async function accountsOf(visitor: Visitor) {
  const { id } = (await apiOf(visitor, '/api/me')) as { id: string };
  return listAccounts(service.parts.database, id);
}

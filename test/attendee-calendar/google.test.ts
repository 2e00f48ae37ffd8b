// An attendee's own Google Calendar: asked once, for nothing but free/busy, and nothing of it stays. What is begun for
// the one purpose never ends in the other.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { createTokens } from '../../src/secrets/tokens.ts';
import { createVisitor, type Shown, type Visitor } from '../organisers/visitor.ts';
import { makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let visitor: Visitor;
const freeBusyScope = 'https://www.googleapis.com/auth/calendar.freebusy';
const back = '/mira/30min?date=2026-11-24';

beforeAll(async () => {
  service = await startTestService({ config: { attendeeGoogle: true, organisers: ['*'] } });
});

beforeEach(async () => {
  service.clock.set(monday);
  await service.settle();
  service.google.log.length = 0;
  visitor = createVisitor(service);
});

afterAll(() => service.close());

test('the busy times of the primary calendar are handed to the browser, with the way back', async () => {
  const email = addPerson();
  const hour = { start: at('2026-11-24T10:00Z'), end: at('2026-11-24T11:00Z') };
  addEvent(service.google.world, email, { summary: 'Nobody’s business', ...hour });

  const shown = await layGoogle(email);

  expect(shown.status).toBe(200);
  expect(handedOver(shown)).toEqual({
    busy: [minutes('2026-11-24T10:00Z'), minutes('2026-11-24T11:00Z')],
    until: minutes(monday) + 60 * 24 * 60,
  });
  expect(shown.text).toContain(`href="${service.url}/mira/30min?date=2026-11-24&amp;overlay=laid"`);
  expect(shown.text).not.toContain('business');
  expect(shown.headers.get('Cache-Control')).toBe('no-store');
});

test('Google is asked for free/busy alone, without a lasting permission or what was granted before', async () => {
  const { url } = await leave();

  expect(Object.fromEntries(url.searchParams)).toEqual({
    access_type: 'online',
    scope: freeBusyScope,
    state: expect.any(String),
    prompt: 'select_account',
    code_challenge: expect.any(String),
    code_challenge_method: 'S256',
    response_type: 'code',
    client_id: 'test-client',
    redirect_uri: `${service.url}/auth/google/callback`,
  });
});

test('Google is asked once, and its permission is neither kept nor revoked', async () => {
  const email = addPerson();
  const before = await everyRow();

  const shown = await layGoogle(email);

  expect(asked().map(({ method }) => method)).toEqual(['oauth.token', 'calendar.freebusy.query']);
  expect(asked()[1]!.body).toMatchObject({ items: [{ id: 'primary' }] });
  expect(await everyRow()).toBe(before);
  const { accessTokens, refreshTokens } = service.google.oauth.state;
  const token = accessTokens.find(({ address }) => address === email)!.token;
  expect(refreshTokens.filter(({ address }) => address === email)).toEqual([]);
  expect(shown.text).not.toContain(token);
  expect(visitor.cookie('quarterhour-attendee-calendar')).toBeUndefined();
  expect(visitor.cookie('quarterhour-session')).toBeUndefined();
});

test('an organiser who looks at somebody’s times stays who they are, and connected', async () => {
  const made = await makeOrganiser(service);
  await visitor.signIn(made.email);
  const session = visitor.cookie('quarterhour-session');
  const accounts = await rowsOf('google_accounts');

  const shown = await layGoogle(made.email);

  expect(handedOver(shown).busy).toEqual([]);
  expect(visitor.cookie('quarterhour-session')).toBe(session);
  expect(await rowsOf('google_accounts')).toBe(accounts);
  service.google.oauth.expireAccessTokens(made.email);
  await refreshBusy(service.parts, { organiserId: made.organiser.id });
  expect((await visitor.open('/organiser')).text).not.toContain('connect this account again');
});

test('while one organiser is signed in, the account of another person is only looked at', async () => {
  const made = await makeOrganiser(service);
  await visitor.signIn(made.email);
  const accounts = await rowsOf('google_accounts');

  await layGoogle(addPerson());

  expect(await rowsOf('google_accounts')).toBe(accounts);
  expect((await visitor.open('/organiser')).url.pathname).toBe('/organiser');
});

test('who says no at Google is back at the free times', async () => {
  const { location } = await returned({ decision: 'cancel' });

  expect(location).toBe(`${service.url}/mira/30min?date=2026-11-24&overlay=denied`);
});

test('a permission that was not given is a no, too', async () => {
  const { location } = await returned({ spoil: (code) => (code.scopes = ['openid']) });

  expect(location).toContain('overlay=denied');
  expect(asked().map(({ method }) => method)).toEqual(['oauth.token']);
});

test.each(['oauth.token', 'calendar.freebusy.query'])(
  'when Google does not answer %s, the attendee is back at the free times',
  async (method) => {
    service.google.faults.add({ method, fault: 'html_502', times: 9 });

    const { location } = await returned({});
    service.google.faults.clear();

    expect(location).toContain('overlay=failed');
  },
);

test.each([
  ['another site', 'https://stranger.example.org/trap'],
  ['another site without its scheme', '//stranger.example.org/trap'],
  ['another site behind a backslash', '/\\stranger.example.org/trap'],
  ['a program', 'javascript:alert(1)'],
])('the way back never leads to %s', async (_, elsewhere) => {
  const { location } = await returned({ decision: 'cancel', back: elsewhere });

  expect(location).toBe(`${service.url}/?overlay=denied`);
});

test('another site cannot send anybody on the way', async () => {
  const answer = await fetch(`${service.url}/auth/google/attendee`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: 'https://stranger.example.org' },
    body: new URLSearchParams({ back, days: '60' }),
  });

  expect(answer.status).toBe(403);
});

test('a code that an attendee was given signs nobody in', async () => {
  const email = addPerson();
  const given = await codeFrom(await leave(), email);
  const signIn = await visitor.open('/auth/google');
  const before = await everyRow();

  const shown = await visitor.open(callback({ code: given, state: stateIn(signIn) }));

  expect(shown.status).toBe(403);
  expect(visitor.cookie('quarterhour-session')).toBeUndefined();
  expect(await everyRow()).toBe(before);
});

test('a code that an attendee was given connects no account', async () => {
  const made = await makeOrganiser(service);
  await visitor.signIn(made.email);
  const given = await codeFrom(await leave(), addPerson());
  const connecting = await visitor.open('/auth/google?connect=1');
  const accounts = await rowsOf('google_accounts');

  const shown = await visitor.open(callback({ code: given, state: stateIn(connecting) }));

  expect(shown.status).toBe(403);
  expect(await rowsOf('google_accounts')).toBe(accounts);
});

test('a code that was given for signing in is never used to look at a calendar', async () => {
  const email = addPerson();
  const given = await codeFrom(await visitor.open('/auth/google?consent=1'), email);
  const attempt = await leave();

  const shown = await visitor.open(callback({ code: given, state: stateIn(attempt) }), false);

  expect(shown.headers.get('Location')).toContain('overlay=failed');
  expect(asked().map(({ method }) => method)).toEqual(['oauth.token']);
  expect(visitor.cookie('quarterhour-session')).toBeUndefined();
});

test('a sign-in’s return is not taken for an attendee’s, nor the other way round', async () => {
  const email = addPerson();
  const signIn = await visitor.open('/auth/google');
  const attempt = await leave();
  const [signInCookie, ownCookie] = cookiesOf(visitor);
  const crossed = createVisitor(service);
  crossed.setCookie('quarterhour-sign-in', ownCookie!);
  crossed.setCookie('quarterhour-attendee-calendar', signInCookie!);

  const signInCode = await codeFrom(signIn, email);
  const ownCode = await codeFrom(attempt, email);
  const first = await crossed.open(callback({ code: signInCode, state: stateIn(signIn) }));
  const second = await crossed.open(callback({ code: ownCode, state: stateIn(attempt) }));

  expect([first.status, second.status]).toEqual([403, 403]);
  expect(crossed.cookie('quarterhour-session')).toBeUndefined();
  expect(asked()).toEqual([]);
});

test.each([
  ['in another browser', async () => createVisitor(service)],
  ['after ten minutes', async () => (service.clock.advance(10 * 60_000), visitor)],
  ['when another way was begun since', async () => (await leave(), visitor)],
])('a return %s shows nothing', async (_, later) => {
  const attempt = await leave();
  const code = await codeFrom(attempt, addPerson());

  const shown = await (await later()).open(callback({ code, state: stateIn(attempt) }));

  expect(shown.status).toBe(403);
  expect(shown.text).toContain('was not begun in this browser, or too long ago');
  expect(asked()).toEqual([]);
});

test('a return serves once', async () => {
  const attempt = await leave();
  const address = callback({ code: await codeFrom(attempt, addPerson()), state: stateIn(attempt) });

  const statuses = [await visitor.open(address), await visitor.open(address)];

  expect(statuses.map(({ status }) => status)).toEqual([200, 403]);
});

test('a state that was made elsewhere is nobody’s', async () => {
  const { url } = await leave();
  const forger = createTokens(Buffer.alloc(32, 7));
  const id = service.parts.tokens.idOf(url.searchParams.get('state')!)!;
  const forged = forger.create('attendee-calendar', id);
  const ours = service.parts.tokens.create('manage', id);

  const answers = await Promise.all(
    [forged, ours].map((state) => visitor.open(callback({ code: 'any', state }))),
  );

  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  expect(asked()).toEqual([]);
});

test('where ATTENDEE_GOOGLE is off there is no such way', async () => {
  const off = await startTestService();
  try {
    const made = await makeOrganiser(off);
    const page = await createVisitor(off).open(`/${made.organiser.handle}/${made.eventType.slug}`);
    const start = await createVisitor(off).send('/auth/google/attendee', { back });

    expect(page.text).toContain('Choose a calendar file');
    expect(page.text).not.toContain('Google Calendar over these times');
    expect(start.status).toBe(404);
  } finally {
    await off.close();
  }
});

function addPerson(): string {
  const email = `attendee-${randomUUID().slice(0, 8)}@example.org`;
  service.google.world.addAccount({ address: email, timeZone: 'Europe/Berlin' });
  return email;
}

/** To Google's page on which the account is chosen. */
function leave(address = back): Promise<Shown> {
  return visitor.send('/auth/google/attendee', { back: address, days: '60' });
}

async function layGoogle(email: string): Promise<Shown> {
  const { url } = await leave();
  return visitor.signIn(email, { start: url.href });
}

type Answer = {
  decision?: 'allow' | 'cancel';
  back?: string;
  spoil?: (code: { scopes: string[] }) => void;
};

/** Where the attendee is led after Google. */
async function returned({ decision = 'allow', back, spoil }: Answer) {
  const address = await answerGoogle(await leave(back), addPerson(), decision);
  spoil?.(service.google.oauth.state.codes.at(-1)!);
  const { headers } = await visitor.open(address.href, false);
  return { location: headers.get('Location') };
}

async function codeFrom(google: Shown, email: string): Promise<string> {
  return (await answerGoogle(google, email, 'allow')).searchParams.get('code')!;
}

/** What is pressed on Google's page, and the address that Google then leads to. */
async function answerGoogle({ url }: Shown, email: string, decision: string): Promise<URL> {
  const question = new URL(url);
  question.searchParams.set('authuser', email);
  const scopes = question.searchParams.get('scope')!.split(' ');
  const ticked = scopes.map((scope): [string, string] => ['scope', scope]);
  const body = new URLSearchParams([['decision', decision], ...ticked]);
  const answer = await fetch(question, { method: 'POST', redirect: 'manual', body });
  return new URL(answer.headers.get('Location')!);
}

/** What we asked of Google ourselves, its pages apart. */
function asked() {
  return service.google.log.filter(({ method }) => method !== 'oauth.authorize');
}

function callback(query: { code: string; state: string }): string {
  return `/auth/google/callback?${new URLSearchParams(query).toString()}`;
}

function stateIn({ url }: Shown): string {
  return url.searchParams.get('state')!;
}

function cookiesOf(browser: Visitor) {
  return ['sign-in', 'attendee-calendar'].map((name) => browser.cookie(`quarterhour-${name}`));
}

function handedOver({ text }: Shown): { busy: number[]; until: number } {
  return JSON.parse(/id="overlay-busy">([^<]*)</.exec(text)![1]!);
}

async function everyRow(): Promise<string> {
  const { rows } = await service.parts.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const tables = await Promise.all(rows.map(({ name }) => rowsOf(name)));
  return tables.join('\n');
}

async function rowsOf(table: string): Promise<string> {
  await service.settle();
  const { rows } = await service.parts.database.pool.query<{ all: string }>(
    `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]')::text as all from ${table} t`,
  );
  return `${table}: ${rows[0]!.all}`;
}

function at(instant: string): Date {
  return new Date(instant);
}

function minutes(instant: string): number {
  return Date.parse(instant) / 60_000;
}

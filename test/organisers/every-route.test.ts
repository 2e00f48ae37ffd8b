// Nobody sees or changes what is another organiser's, on any route that the service has.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiKey } from '../../src/organisers/create-api-key.ts';
import { openSession } from '../../src/organisers/open-session.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { isAnybodys, listRoutes, nameOf, type Route } from './every-route.ts';
import { allOf, makeThings, type OwnThings } from './own-things.ts';
import { addressOf, bodyOf, namesThings, parametersOf, unfilled } from './ways-to-fill.ts';

type Caller = Record<string, string>;
type Answered = { status: number; location: string | null; text: string };

let service: TestService;
let theirs: OwnThings;
let mine: OwnThings;
let routes: Route[];
let callers: Record<'cookie' | 'key', Caller>;
let owner: Caller;
let administrator: Caller;

beforeAll(async () => {
  service = await startTestService({ config: { administrators: ['admin@example.com'] } });
  routes = listRoutes(service).filter((route) => !isAnybodys(route));
  theirs = await makeThings(service, 'zebulon');
  mine = await makeThings(service, 'quentin');
  const { made } = await makeThings(service, 'admin');
  callers = { cookie: await cookieOf(mine), key: await keyOf(mine) };
  owner = await cookieOf(theirs);
  administrator = await cookieOf({ made });
  await service.settle();
}, 60_000);

afterAll(() => service.close());

test('every route is somebody’s: an attendee’s, an organiser’s or an administrator’s', () => {
  const strangers = routes.filter(
    ({ path }) => !/^\/(organiser|api\/me|api\/administration)(\/|$)/.test(path),
  );

  expect(strangers.map(nameOf)).toEqual([]);
  expect(routes.length).toBeGreaterThan(100);
});

test('it is known what stands in every parameter (else say so in ways-to-fill.ts)', () => {
  const unknown = routes.flatMap((route) =>
    unfilled(route, theirs).map((name) => `${nameOf(route)}: what is :${name}?`),
  );

  expect(unknown).toEqual([]);
});

test('without a session every page leads to the sign-in, and the API says 401', async () => {
  const strays: string[] = [];

  for (const route of routes) {
    const { status, location } = await ask(route, addressOf(route, theirs), {}, theirs);
    const isPage = route.path.startsWith('/organiser');
    const isRefused = isPage ? location === '/organiser/sign-in' : status === 401;
    if (!isRefused) strays.push(`${nameOf(route)}: ${status} ${location ?? ''}`);
  }

  expect(strays).toEqual([]);
}, 60_000);

test.each(['cookie', 'key'] as const)(
  'what is another’s is not there, and stays as it is (by %s)',
  async (way) => {
    const before = await allOf(service, theirs);
    const strays: string[] = [];

    for (const route of routes.filter(namesThings)) {
      const { status } = await ask(route, addressOf(route, theirs), callers[way], theirs);
      if (status !== 404 && status !== 403) strays.push(`${nameOf(route)}: ${status}`);
      if ((await allOf(service, theirs)) !== before) strays.push(`${nameOf(route)} changed it`);
    }

    expect(strays).toEqual([]);
    expect(await allOf(service, theirs)).toBe(before);
  },
  60_000,
);

test('what is another’s does not come by way of one’s own either', async () => {
  const before = await allOf(service, theirs);
  const nested = routes.filter((route) => parametersOf(route).length > 1);
  const strays: string[] = [];

  for (const route of nested) {
    const { status } = await ask(route, addressOf(route, mine, theirs), callers.cookie, theirs);
    if (status !== 404) strays.push(`${nameOf(route)}: ${status}`);
  }

  expect(nested.length).toBeGreaterThan(2);
  expect(strays).toEqual([]);
  expect(await allOf(service, theirs)).toBe(before);
});

test('no list, page or file of one’s own tells anything of another organiser', async () => {
  const lists = routes.filter((route) => route.method === 'GET' && !namesThings(route));
  const strays: string[] = [];

  for (const route of lists) {
    const { status, text } = await ask(route, addressOf(route, mine), callers.cookie, mine);
    const isAdministration = route.path.includes('administration');
    if (status >= 500) strays.push(`${nameOf(route)}: ${status}`);
    if (isAdministration && status !== 403) strays.push(`${nameOf(route)}: ${status}`);
    const leaked = [theirs.bookingId, theirs.attendeeId, theirs.made.organiser.id, 'zebulon'];
    if (leaked.some((word) => text.includes(word))) strays.push(`${nameOf(route)} tells`);
  }

  expect(strays).toEqual([]);
}, 60_000);

test('an id of another’s in what is sent is refused, and changes nothing', async () => {
  const before = await allOf(service, theirs);
  const sent: [method: string, path: string, body: object][] = [
    ['PATCH', '/api/me/calendars', { busy: [theirs.calendarId], booking: theirs.calendarId }],
    [
      'POST',
      `/api/me/attendees/${mine.attendeeId}/merge`,
      { with: theirs.attendeeId, email: mine.attendeeEmail },
    ],
    ['PATCH', `/api/me/event-types/${mine.slug}`, { schedule: theirs.scheduleId }],
    ['PATCH', `/api/me/event-types/${mine.slug}`, { bookingCalendarId: theirs.calendarId }],
    ['POST', '/api/me/schedules', { name: 'A copy', copyOf: theirs.scheduleId }],
    ['DELETE', `/api/me/schedules/${mine.scheduleId}?moveTo=${theirs.scheduleId}`, {}],
    [
      'POST',
      '/api/me/bookings',
      {
        eventType: theirs.slug,
        start: '2026-11-25T10:00:00Z',
        attendee: { name: 'A', email: 'a@example.org' },
      },
    ],
  ];
  const statuses: number[] = [];

  for (const [method, path, body] of sent)
    statuses.push((await mine.api(method, path, body)).status);

  expect(statuses.every((status) => status === 400 || status === 404)).toBe(true);
  expect(await allOf(service, theirs)).toBe(before);
});

test('the owner, by the same addresses, is not refused (else all the above says nothing)', async () => {
  const strays: string[] = [];

  for (const route of inOrder(routes.filter(namesThings))) {
    const isAdministration = route.path.includes('administration');
    const things = isLasting(route) ? theirs : await freshThings();
    const who = isAdministration
      ? administrator
      : isLasting(route)
        ? owner
        : await cookieOf(things);
    const { status } = await ask(route, addressOf(route, things), who, things);
    if (status === 404 || status === 403 || status >= 500)
      strays.push(`${nameOf(route)}: ${status}`);
  }

  expect(strays).toEqual([]);
}, 120_000);

let made = 0;

function freshThings(): Promise<OwnThings> {
  return makeThings(service, `fresh${(made += 1)}`);
}

/** Reads first: they find all as it was made. */
function inOrder(some: Route[]): Route[] {
  return some.toSorted((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'));
}

/** Whatever it does, the next route still finds its thing. */
function isLasting({ method, path }: Route): boolean {
  const ends = /(delete|restore|revoke|unrevoke|withdraw|erase|merge.*|disconnect|disable|enable)$/;
  return method === 'GET' || (method !== 'DELETE' && !ends.test(path));
}

async function ask(
  { method, path }: Route,
  address: string,
  caller: Caller,
  things: OwnThings,
): Promise<Answered> {
  const isForm = path.startsWith('/organiser');
  const fields = bodyOf({ method, path }, things);
  const body = isForm
    ? new URLSearchParams(fields as Record<string, string>).toString()
    : JSON.stringify(fields);
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const response = await fetch(new URL(address, service.url), {
    method,
    redirect: 'manual',
    headers: { ...caller, ...(method !== 'GET' && { 'content-type': type }) },
    ...(method !== 'GET' && { body }),
  });
  const { status, headers } = response;
  return { status, location: headers.get('location'), text: await response.text() };
}

async function cookieOf({ made }: Pick<OwnThings, 'made'>): Promise<Caller> {
  const { token } = await openSession(service.parts, made.organiser.id);
  return { cookie: `quarterhour-session=${token}` };
}

async function keyOf({ made }: Pick<OwnThings, 'made'>): Promise<Caller> {
  const wanted = { name: 'test', scope: 'write' } as const;
  const { key } = await createApiKey(service.parts, made.organiser.id, wanted);
  return { authorization: `Bearer ${key}` };
}

// An organiser takes another handle: the links that were given away lead on, and nobody else gets the word.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { apiClient } from './api-client.ts';
import { createVisitor, type Visitor } from './visitor.ts';

let service: TestService;
let made: MadeOrganiser;
let visitor: Visitor;
let old: string;
let handle: string;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  visitor = createVisitor(service);
  old = made.organiser.handle;
  handle = `${old}-new`;
});

afterAll(() => service.close());

test('the profile tells name, handle and zone, and saves them', async () => {
  await visitor.signIn(made.email);

  const saved = await visitor.send('/organiser/profile', {
    name: 'Dr. Test',
    handle: handle.toUpperCase(),
    timeZone: 'Europe/Lisbon',
  });

  expect(saved.text).toContain('Your profile is saved.');
  expect(saved.text).toContain(`value="${handle}"`);
  expect(saved.text).toContain(`${old}: nobody else gets them`);
  const me = await apiClient(service, made.organiser.id);
  expect((await me('GET', '/api/me')).body).toMatchObject({
    name: 'Dr. Test',
    handle,
    timeZone: 'Europe/Lisbon',
  });
});

test.each([
  ['organiser', 'This word is needed for the service itself.'],
  ['a b', 'Use 1 to 40 small letters, digits and hyphens'],
])(
  'the handle “%s” is refused in words, and all that was typed stays',
  async (refused, sentence) => {
    await visitor.signIn(made.email);

    const page = await visitor.send('/organiser/profile', {
      name: 'Typed Name',
      handle: refused,
      timeZone: 'Europe/Berlin',
    });

    expect(page.status).toBe(400);
    expect(page.text).toContain(sentence);
    expect(page.text).toContain('value="Typed Name"');
    expect(page.text).toContain(`value="${refused}"`);
  },
);

test('the handle that somebody has left is refused in words', async () => {
  const other = await makeOrganiser(service);
  await leave(other, `${other.organiser.handle}-new`);
  await visitor.signIn(made.email);

  const page = await visitor.send('/organiser/profile', {
    name: 'Typed Name',
    handle: other.organiser.handle,
    timeZone: 'Europe/Berlin',
  });

  expect(page.status).toBe(400);
  expect(page.text).toContain('Somebody has this handle, or had it once.');
});

test.each(['', '/visit', '/visit?date=2026-11-24&timeZone=Europe%2FBerlin'])(
  'the old address /{handle}%s leads to the same one with the new handle',
  async (rest) => {
    await leave(made, handle);

    const page = await visitor.open(`/${old}${rest}`, false);

    expect([page.status, page.headers.get('location')]).toEqual([308, `/${handle}${rest}`]);
    expect(page.headers.get('cache-control')).toBe('no-store');
  },
);

test('the old address is known whatever its capitals', async () => {
  await leave(made, handle);

  const page = await visitor.open(`/${old.toUpperCase()}/x`, false);

  expect(page.headers.get('location')).toBe(`/${handle}/x`);
});

test('programs are led on as well: to the profile and to the slots', async () => {
  await leave(made, handle);
  const slots = `/event-types/${made.eventType.slug}/slots?from=2026-11-24&to=2026-11-24&timeZone=UTC`;

  const profile = await fetch(`${service.url}/api/organisers/${old}`);
  const free = await fetch(`${service.url}/api/organisers/${old}${slots}`);

  expect([profile.status, free.status]).toEqual([200, 200]);
  expect(free.url).toBe(`${service.url}/api/organisers/${handle}${slots}`);
});

test('who has the page open while the handle changes still gets the time', async () => {
  const { slug } = made.eventType;
  await leave(made, handle);

  const sent = await fetch(`${service.url}/${old}/${slug}/hold`, {
    method: 'POST',
    body: new URLSearchParams({ start: '2026-11-24T10:00:00+01:00' }),
  });

  expect(sent.status).toBe(200);
  expect(new URL(sent.url).pathname).toBe(`/${handle}/${slug}/book`);
});

test('every former handle leads to the one of today, and one that is taken up again leads nowhere', async () => {
  await leave(made, `${old}-b`);
  await leave(made, `${old}-c`);
  const first = await visitor.open(`/${old}`, false);
  await leave(made, old);

  const again = await visitor.open(`/${old}`, false);
  const second = await visitor.open(`/${old}-b`, false);

  expect(first.headers.get('location')).toBe(`/${old}-c`);
  expect(again.status).toBe(200);
  expect(second.headers.get('location')).toBe(`/${old}`);
});

test('what is not there under the new handle either says so', async () => {
  await leave(made, handle);

  const page = await visitor.open(`/${old}/no-such-thing`);

  expect([page.status, page.url.pathname]).toEqual([404, `/${handle}/no-such-thing`]);
});

test('the handle of an organiser who is gone leads nowhere, and is given to nobody', async () => {
  const { email } = made;
  await service.parts.database.query(sql`delete from organisers where id = ${made.organiser.id}`);
  const other = await makeOrganiser(service, {
    email: email.replace('example.com', 'example.org'),
  });

  const page = await visitor.open(`/${old}`, false);

  expect(page.status).toBe(404);
  expect(other.organiser.handle).toBe(`${old}-2`);
});

async function leave({ organiser }: MadeOrganiser, next: string): Promise<void> {
  const me = await apiClient(service, organiser.id);
  const reply = await me('PATCH', '/api/me', { handle: next });
  expect(reply.status).toBe(200);
}

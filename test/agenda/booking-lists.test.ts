// The lists of bookings: what is to come, what was, what was called off.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await service.settle();
});

afterAll(() => service.close());

test('what was stands newest first; what is to come, and what never was sure, is not there', async () => {
  await insert({ name: 'Older', startsAt: '2026-11-16T09:00:00Z', state: 'completed' });
  await insert({ name: 'Newer', startsAt: '2026-11-17T09:00:00Z', state: 'no_show' });
  await insert({ name: 'Off', startsAt: '2026-11-18T09:00:00Z', state: 'cancelled' });
  await insert({ name: 'Coming', startsAt: '2026-11-24T09:00:00Z', state: 'confirmed' });
  await insert({ name: 'Unsure', startsAt: '2026-11-19T09:00:00Z', state: 'expired' });

  const { text } = await visitor.open('/organiser/bookings/past');

  expect(namesOn(text)).toEqual(['Off', 'Newer', 'Older']);
  expect(text).toContain('Tuesday 17 November 2026');
});

test('the upcoming list leads to the past one, and to what was cancelled', async () => {
  const { text } = await visitor.open('/organiser/bookings');

  expect(text).toContain('href="/organiser/bookings/past"');
  expect(text).toContain('href="/organiser/bookings/cancelled"');
});

test('what was cancelled is listed, also before its time; what nobody had confirmed is not', async () => {
  await insert({ name: 'Off', startsAt: '2026-11-26T09:00:00Z', state: 'cancelled' });
  await insert({ name: 'LongOff', startsAt: '2026-11-18T09:00:00Z', state: 'cancelled' });
  await insert({ name: 'Coming', startsAt: '2026-11-24T09:00:00Z', state: 'confirmed' });
  const unproven = await insert({
    name: 'Unsure',
    startsAt: '2026-11-27T09:00:00Z',
    state: 'expired',
  });
  await service.parts.database.query(sql`
    update bookings set proven_at = null, confirmed_at = null where id = ${unproven}`);

  const { text } = await visitor.open('/organiser/bookings/cancelled');

  expect(namesOn(text)).toEqual(['Off', 'LongOff']);
});

test('older ones are pages away: each once, those of one moment together', async () => {
  await insertMany(120);
  await insert({ name: 'TwinOfP50', startsAt: '2026-11-20T22:00:00Z', state: 'cancelled' });

  const pages: string[][] = [];
  let address: string | undefined = '/organiser/bookings/past';
  while (address !== undefined) {
    const { text } = await visitor.open(address);
    pages.push(namesOn(text));
    address = /<a href="(\/organiser\/bookings\/past\?before=[^"]+)"[^>]*>Older/.exec(text)?.[1];
  }

  const names = pages.flat();
  expect(pages.map(({ length }) => length)).toEqual([51, 50, 20]);
  expect(new Set(names).size).toBe(121);
  expect(names[0]).toBe('P1');
});

test('who came and who did not is set right on the page on which it is seen', async () => {
  const id = await insert({
    name: 'Late',
    startsAt: '2026-11-16T09:00:00Z',
    state: 'completed',
  });
  const before = '2026-11-20T00:00:00.000Z';
  const send = (word: string) =>
    visitor.send(`/organiser/bookings/${id}/${word}`, { back: 'past', before });

  const missed = await send('no-show');
  const came = await send('complete');

  expect(missed.url.pathname).toBe('/organiser/bookings/past');
  expect(missed.url.searchParams.get('before')).toBe(before);
  expect(missed.text).toContain('Noted: the attendee did not come.');
  expect(came.text).toContain('Noted: it took place.');
});

test('a limit that cannot be read shows the newest', async () => {
  await insert({ name: 'Newest', startsAt: '2026-11-16T09:00:00Z', state: 'completed' });

  const shown = await visitor.open('/organiser/bookings/past?before=yesterday');

  expect(shown.status).toBe(200);
  expect(namesOn(shown.text)).toEqual(['Newest']);
});

test('what is to come stands in order, what runs still among it; holds and what ran out do not', async () => {
  await insert({ name: 'Later', startsAt: '2026-11-26T09:00:00Z', state: 'confirmed' });
  await insert({ name: 'Running', startsAt: '2026-11-23T07:45:00Z', state: 'confirmed' });
  await insert({ name: 'Over', startsAt: '2026-11-23T07:00:00Z', state: 'confirmed' });
  await insert({ name: 'Off', startsAt: '2026-11-25T09:00:00Z', state: 'cancelled' });
  await insert({ name: 'Asking', startsAt: '2026-11-24T09:00:00Z', state: 'requested' });
  await insert({ name: 'Late', startsAt: '2026-11-27T09:00:00Z', state: 'requested', until: '07' });

  const { text } = await visitor.open('/organiser/bookings');

  expect(namesOn(text)).toEqual(['Running', 'Asking', 'Later']);
  expect(text).toContain('Tomorrow, Tuesday 24 November');
});

test('a list is narrowed by how its bookings stand', async () => {
  await insert({ name: 'Sure', startsAt: '2026-11-24T09:00:00Z', state: 'confirmed' });
  await insert({ name: 'Asking', startsAt: '2026-11-24T10:00:00Z', state: 'requested' });
  const id = await insert({ name: 'New', startsAt: '2026-11-24T11:00:00Z', state: 'requested' });
  await service.parts.database.query(sql`update bookings set proven_at = null where id = ${id}`);
  await insert({ name: 'Came', startsAt: '2026-11-16T09:00:00Z', state: 'completed' });
  await insert({ name: 'JustOver', startsAt: '2026-11-20T09:00:00Z', state: 'confirmed' });
  await insert({ name: 'Missed', startsAt: '2026-11-17T09:00:00Z', state: 'no_show' });
  const shown = async (query: string) =>
    namesOn((await visitor.open(`/organiser/bookings${query}`)).text);

  expect(await shown('?state=confirmed')).toEqual(['Sure']);
  expect(await shown('?state=approval')).toEqual(['Asking']);
  expect(await shown('?state=unproven')).toEqual(['New']);
  expect(await shown('?state=odd')).toEqual(['Sure', 'Asking', 'New']);
  expect(await shown('/past?state=completed')).toEqual(['JustOver', 'Came']);
  expect(await shown('/past?state=no_show')).toEqual(['Missed']);
});

test('a list is narrowed by event type', async () => {
  const other = await addEventType(service, made.organiser.id, { slug: 'long' });
  await insert({ name: 'Short', startsAt: '2026-11-24T09:00:00Z', state: 'confirmed' });
  await insert({
    name: 'Long',
    startsAt: '2026-11-24T10:00:00Z',
    state: 'confirmed',
    eventTypeId: other.id,
  });

  const { text } = await visitor.open('/organiser/bookings?type=long');

  expect(namesOn(text)).toEqual(['Long']);
  expect(text).toMatch(/<option value="long" selected/);
});

test('somebody is found by a part of the name, the address or the number, however it is written', async () => {
  await insert({ name: 'Lindqvist', startsAt: '2026-11-24T09:00:00Z', state: 'confirmed' });
  await service.parts.database.query(sql`
    update bookings set attendee_phone = '+4930123456', attendee_email = 'a_b@example.com'`);
  await insert({ name: 'Other', startsAt: '2026-11-24T10:00:00Z', state: 'confirmed' });
  const found = async (q: string) =>
    namesOn((await visitor.open(`/organiser/bookings?q=${encodeURIComponent(q)}`)).text);

  expect(await found('LINDQ')).toEqual(['Lindqvist']);
  expect(await found('a_b')).toEqual(['Lindqvist']);
  expect(await found('axb')).toEqual([]);
  expect(await found('030 / 12-34')).toEqual(['Lindqvist']);
  expect(await found('%')).toEqual([]);
  expect(await found('')).toEqual(['Lindqvist', 'Other']);
});

test('what is looked for stays on the page, on the way to the next one, and in the other lists', async () => {
  await insertMany(120);

  const { text } = await visitor.open('/organiser/bookings/past?q=past%40&state=completed');
  const next = /<a href="([^"]+)"[^>]*>Older/.exec(text)![1]!.replaceAll('&amp;', '&');
  const second = await visitor.open(next);

  expect(text).toContain('value="past@"');
  expect(text).toContain('href="/organiser/bookings?q=past%40"');
  expect(namesOn(second.text)[0]).toBe('P51');
  expect(second.text).toContain('value="past@"');
});

test('nothing found is said, and leads back to all', async () => {
  const { text } = await visitor.open('/organiser/bookings?q=nobody');

  expect(text).toContain('No booking here is like that.');
  expect(text).toMatch(/<a href="\/organiser\/bookings"[^>]*>Clear/);
});

test('a request that waits is answered in the list, which is shown again as it was', async () => {
  const id = await insert({ name: 'Asking', startsAt: '2026-11-24T10:00:00Z', state: 'requested' });
  const { text } = await visitor.open('/organiser/bookings?state=approval');

  const after = await visitor.send(`/organiser/bookings/${id}/decline`, {
    back: /name="back" value="([^"]+)"/.exec(text)![1]!,
  });

  expect(after.url.pathname).toBe('/organiser/bookings');
  expect(after.url.searchParams.get('state')).toBe('approval');
  expect(after.text).toContain('Declined. The attendee is told.');
});

test.each([
  ['/organiser/past?before=2026-11-20T00:00:00.000Z', '/organiser/bookings/past'],
  ['/organiser/cancelled', '/organiser/bookings/cancelled'],
])('the address of before, %s, leads on', async (former, place) => {
  const { url, status } = await visitor.open(former);

  expect([url.pathname, url.search, status]).toEqual([place, new URL(former, url).search, 200]);
});

test('nobody sees another organiser’s past', async () => {
  await insert({ name: 'Private', startsAt: '2026-11-16T09:00:00Z', state: 'completed' });
  const other = await makeOrganiser(service);
  const stranger = createVisitor(service);
  await stranger.signIn(other.email);

  const { text } = await stranger.open('/organiser/bookings/past');

  expect(text).toContain('Nothing has taken place yet.');
});

function namesOn(text: string): string[] {
  return [...text.matchAll(/<h3><a[^>]*>(\w+)<\/a><\/h3>/g)].map((match) => match[1]!);
}

type Wish = {
  name: string;
  startsAt: string;
  state: string;
  eventTypeId?: string;
  /** The hour of that Monday at which a request runs out. */
  until?: string;
};

async function insert({ name, startsAt, state, ...wish }: Wish): Promise<string> {
  const isWaiting = state === 'requested';
  const confirmedAt = state === 'expired' || isWaiting ? null : '2026-11-02T07:00:00Z';
  const expiresAt = isWaiting ? `2026-11-23T${wish.until ?? '20'}:00:00Z` : null;
  const [row] = await service.parts.database.query<{ id: string }>(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by, created_at,
       requested_at, proven_at, expires_at, confirmed_at, attendee_name, attendee_email, attendee_time_zone)
    values (${made.organiser.id}, ${wish.eventTypeId ?? made.eventType.id}, ${state}, ${startsAt}, ${startsAt}::timestamptz + interval '30 minutes',
      tstzrange(${startsAt}, ${startsAt}::timestamptz + interval '30 minutes'), '2026-11-02T07:00:00Z', 'attendee',
      '2026-11-02T07:00:00Z', '2026-11-02T07:00:00Z', '2026-11-02T07:00:00Z', ${expiresAt}::timestamptz, ${confirmedAt}::timestamptz, ${name}, 'past@example.com', 'UTC')
    returning id`);
  return row!.id;
}

/** P1 an hour before the clock's Monday, P2 an hour before that, … */
async function insertMany(count: number): Promise<void> {
  await service.parts.database.query(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by, created_at,
       requested_at, confirmed_at, attendee_name, attendee_email, attendee_time_zone)
    select ${made.organiser.id}, ${made.eventType.id}, 'completed', at, at + interval '30 minutes',
      tstzrange(at, at + interval '30 minutes'), at, 'system', at, at, at, 'P' || number, 'past@example.com', 'UTC'
    from generate_series(1, ${count}::integer) number,
      lateral (select '2026-11-23T00:00:00Z'::timestamptz - number * interval '1 hour' as at) t`);
}

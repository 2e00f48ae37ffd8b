// The lists of bookings: what is to come, what was, what was called off.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
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

type Wish = { name: string; startsAt: string; state: string };

async function insert({ name, startsAt, state }: Wish): Promise<string> {
  const confirmedAt = state === 'expired' ? null : '2026-11-02T07:00:00Z';
  const [row] = await service.parts.database.query<{ id: string }>(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by, created_at,
       requested_at, confirmed_at, attendee_name, attendee_email, attendee_time_zone)
    values (${made.organiser.id}, ${made.eventType.id}, ${state}, ${startsAt}, ${startsAt}::timestamptz + interval '30 minutes',
      tstzrange(${startsAt}, ${startsAt}::timestamptz + interval '30 minutes'), '2026-11-02T07:00:00Z', 'attendee',
      '2026-11-02T07:00:00Z', '2026-11-02T07:00:00Z', ${confirmedAt}::timestamptz, ${name}, 'past@example.com', 'UTC')
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

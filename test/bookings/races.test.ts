import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { type Answer, attendee, call, hold } from '../support/attendee.ts';
import { holdRow } from '../support/hold-row.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

const many = Array.from({ length: 200 }, (_, index) => index);

test('of two hundred who want one slot at once, one gets it and the others are told so', async () => {
  const made = await makeOrganiser(service);

  const answers = await Promise.all(
    many.map(() => hold(service, made, '2026-11-24T10:00:00+01:00')),
  );

  expect(countByStatus(answers)).toEqual({ 201: 1, 409: 199 });
});

test('of two hundred who want overlapping times, no two winners overlap', async () => {
  const made = await makeOrganiser(service);
  const starts = ['10:00', '10:15', '10:30', '10:45', '11:00', '11:15'];

  const answers = await Promise.all(
    many.map((index) =>
      hold(service, made, `2026-11-24T${starts[index % starts.length]}:00+01:00`),
    ),
  );

  const won = answers.filter(({ status }) => status === 201).map(({ body }) => body);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(won.length).toBeGreaterThanOrEqual(2);
  expect(overlapping(won)).toEqual([]);
});

test('two who sent the same form with the same Idempotency-Key made one booking', async () => {
  const made = await makeOrganiser(service);
  const body = {
    organiser: made.organiser.handle,
    eventType: made.eventType.slug,
    start: '2026-11-24T10:00:00+01:00',
    attendee: attendee(),
  };

  const answers = await Promise.all(
    [1, 2, 3, 4].map(() =>
      call(service, 'POST', '/api/bookings', body, { 'Idempotency-Key': 'once' }),
    ),
  );

  expect(countByStatus(answers)).toEqual({ 200: 3, 201: 1 });
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
});

test('one Idempotency-Key at two organisers at once made one booking, and the other body is refused', async () => {
  const organisers = await Promise.all([makeOrganiser(service), makeOrganiser(service)]);
  const person = attendee();

  const answers = await Promise.all(
    organisers.map(({ organiser, eventType }) => {
      const slot = { organiser: organiser.handle, eventType: eventType.slug };
      const body = { ...slot, start: '2026-11-24T10:00:00+01:00', attendee: person };
      return call(service, 'POST', '/api/bookings', body, { 'Idempotency-Key': 'one for two' });
    }),
  );

  expect(countByStatus(answers)).toEqual({ 201: 1, 422: 1 });
});

test('swapping holds against each other ends in no deadlock and no overlap', async () => {
  const made = await makeOrganiser(service);
  const times = ['10:00', '10:30', '11:00', '11:30'].map((time) => `2026-11-24T${time}:00+01:00`);
  const first = await Promise.all(times.map((start) => hold(service, made, start)));

  const swaps = await Promise.all(
    many.slice(0, 40).map((index) => {
      const start = times[(index + 1) % times.length]!;
      return hold(service, made, start, { replaces: first[index % times.length]!.body.token });
    }),
  );

  expect(swaps.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(await activeOverlaps(made.organiser.id)).toBe(0);
});

test('the database itself refuses a second active row at the same time', async () => {
  const made = await makeOrganiser(service);
  const row = () => {
    const { id, organiserId, eventTypeId, startsAt, endsAt } = holdRow(made, { hour: 10 });
    return service.parts.database.query(sql`
      insert into bookings (id, organiser_id, event_type_id, state, starts_at, ends_at, blocked, expires_at,
        created_at, changed_at, changed_by)
      values (${id}, ${organiserId}, ${eventTypeId}, 'held', ${startsAt}, ${endsAt},
        tstzrange(${startsAt}, ${endsAt}), ${endsAt}, ${startsAt}, ${startsAt}, 'attendee')`);
  };
  await row();

  await expect(row()).rejects.toMatchObject({ code: '23P01', constraint: 'no_overlap' });
});

function countByStatus(answers: Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function overlapping(won: Record<string, string>[]): unknown[] {
  const sorted = won.toSorted((a, b) => a['start']!.localeCompare(b['start']!));
  return sorted.filter((one, index) => index > 0 && one['start']! < sorted[index - 1]!['end']!);
}

async function activeOverlaps(organiserId: string): Promise<number> {
  const [row] = await service.parts.database.query<{ count: number }>(sql`
    select count(*)::integer as count from bookings a join bookings b
      on a.organiser_id = b.organiser_id and a.id < b.id and a.blocked && b.blocked
    where a.organiser_id = ${organiserId} and a.state in ('held', 'requested', 'confirmed')
      and b.state in ('held', 'requested', 'confirmed')`);
  return row!.count;
}

// Limits hold however many come at once, and whatever organiser they turn to.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readAttendee } from '../../src/bookings/attendee-input.ts';
import { takeHold } from '../../src/bookings/hold-queries.ts';
import { requestBooking } from '../../src/bookings/request-booking.ts';
import type { Queryable } from '../../src/database/database.ts';
import { sql } from '../../src/database/sql.ts';
import { isProblem } from '../../src/problem.ts';
import { attendee, book } from '../support/attendee.ts';
import { holdRow } from '../support/hold-row.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('of eight requests for one address at once, at two organisers, three get through', async () => {
  const organisers = await Promise.all([makeWithProof(), makeWithProof()]);
  const email = 'flood@example.org';

  const answers = await Promise.all(
    [9, 10, 11, 12].flatMap((hour) =>
      organisers.map((made) => book(service, made, startAt(hour), { email })),
    ),
  );

  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test('a client’s fourth hold is refused also while its third is still being written at another organiser', async () => {
  const { database } = service.parts;
  const [here, there] = await Promise.all([makeWithProof(), makeWithProof()]);
  const take = (transaction: Queryable, made: MadeOrganiser, hour: number) =>
    takeHold(transaction, holdRow(made, { hour, client: 'greedy' }), service.clock());

  const { fourth } = await database.transaction(async (transaction) => {
    for (const hour of [9, 10, 11]) await take(transaction, here, hour);
    const fourth = take(database, there, 9);
    await Promise.race([fourth, until(waitsForLock, 'the fourth waits')]);
    return { fourth };
  });

  expect(await fourth).toBe('too_many_holds');
});

test('a client sends at most ten requests in an hour, and is told when the next may come', async () => {
  const made = await makeWithProof();
  const send = (minutes: number, email: string) =>
    requestBooking(service.parts, {
      slot: {
        organiser: made.organiser.handle,
        eventType: made.eventType.slug,
        startsAt: new Date(Date.parse('2026-11-25T08:00:00Z') + minutes * 60_000),
      },
      attendee: readAttendee({ attendee: attendee({ email }) }, made.eventType),
      client: 'one client',
    });
  for (let index = 0; index < 10; index += 1) {
    await send(index * 30, `person-${index}@example.org`);
    service.clock.advance(60_000);
  }

  const eleventh = await send(330, 'person-10@example.org').catch((error: unknown) => error);
  service.clock.advance(50 * 60_000);
  const later = await send(330, 'person-10@example.org');

  expect(isProblem(eleventh, 'too_many_requests') && eleventh.retryAfterSeconds).toBe(3000);
  expect(later.isNew).toBe(true);
});

function makeWithProof(): Promise<MadeOrganiser> {
  return makeOrganiser(service, { eventType: { confirmation: 'email' } });
}

async function waitsForLock(): Promise<boolean> {
  const rows = await service.parts.database.query(
    sql`select pid from pg_locks where locktype = 'advisory' and not granted`,
  );
  return rows.length > 0;
}

function startAt(hour: number): string {
  return `2026-11-24T${String(hour).padStart(2, '0')}:00:00+01:00`;
}

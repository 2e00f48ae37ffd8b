// The reminder: a day before the appointment, once for each time that it is settled for.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sweepBookings } from '../../src/bookings/sweep-bookings.ts';
import { sql } from '../../src/database/sql.ts';
import { attendee, book, call, tokenOf } from '../support/attendee.ts';
import { makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

const friday = '2026-11-27T10:00:00+01:00';
const halfAnHourLater = '2026-11-27T10:30:00+01:00';

test('an appointment is brought to mind a day before it begins, once', async () => {
  const { remindersAt } = await confirmed(friday);

  expect(await remindersAt('2026-11-26T08:59:00Z')).toBe(0);
  expect(await remindersAt('2026-11-26T09:00:00Z')).toBe(1);
  expect(await remindersAt('2026-11-27T08:00:00Z')).toBe(1);
});

test('who books less than a day before is not reminded of what was just confirmed', async () => {
  service.clock.set('2026-11-26T09:01:00Z');
  const { remindersAt } = await confirmed(friday);

  expect(await remindersAt('2026-11-27T08:00:00Z')).toBe(0);
});

test('what was moved is brought to mind for the new time, again when it was for the old', async () => {
  const { move, remindersAt } = await confirmed('2026-11-26T10:00:00+01:00');
  const forTheOld = await remindersAt('2026-11-25T09:00:00Z');
  await move(friday);

  expect(forTheOld).toBe(1);
  expect(await remindersAt('2026-11-26T08:59:00Z')).toBe(1);
  expect(await remindersAt('2026-11-26T09:00:00Z')).toBe(2);
});

test('who moves within the last day has the mail about the move instead', async () => {
  const { move, remindersAt } = await confirmed(friday);
  const before = await remindersAt('2026-11-26T09:45:00Z');
  await move(halfAnHourLater);

  expect(before).toBe(1);
  expect(await remindersAt('2026-11-26T10:00:00Z')).toBe(1);
  expect(await remindersAt('2026-11-27T08:00:00Z')).toBe(1);
});

test('a cancelled appointment is not brought to mind', async () => {
  const { manage, remindersAt } = await confirmed(friday);
  await call(service, 'POST', `${manage}/cancel`, {});

  expect(await remindersAt('2026-11-26T09:00:00Z')).toBe(0);
});

test('a reminder that could not be sent before the beginning is not sent after it', async () => {
  const { id, remindersAt } = await confirmed(friday);
  const payload = { bookingId: id, message: 'reminder', revision: await revisionOf(id) } as const;
  service.clock.set('2026-11-27T09:00:00Z');
  await service.parts.jobs.enqueue(null, 'send-mail', payload);

  expect(await remindersAt('2026-11-27T09:01:00Z')).toBe(0);
});

async function confirmed(start: string) {
  const made = await makeOrganiser(service);
  const person = attendee();
  const { body } = await book(service, made, start, person);
  const manage = `/api/bookings/${tokenOf(body.manageUrl)}`;
  await service.settle();
  return {
    id: body.id as string,
    manage,
    move: async (to: string) => {
      await call(service, 'POST', `${manage}/reschedule`, { start: to });
      await service.settle();
    },
    /** So many have come until then. */
    remindersAt: async (instant: string) => {
      service.clock.set(instant);
      await sweepBookings(service.parts);
      await service.settle();
      const subjects = service.inbox.to(person.email).map(({ subject }) => subject);
      return subjects.filter((subject) => subject.startsWith('Reminder')).length;
    },
  };
}

async function revisionOf(id: string): Promise<number> {
  const [row] = await service.parts.database.query<{ revision: number }>(
    sql`select revision from bookings where id = ${id}`,
  );
  return row!.revision;
}

// A row that the organiser dragged onto another stands outside of the constraint, and counts all the same.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { takeHold } from '../../src/bookings/hold-queries.ts';
import { sendBookingMail } from '../../src/bookings/send-booking-mail.ts';
import { sql } from '../../src/database/sql.ts';
import { attendee, book, call, tokenOf } from '../support/attendee.ts';
import { holdRow } from '../support/hold-row.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';
const two = '2026-11-24T14:00:00+01:00';

test('nobody holds a slot where a clashing booking stands', async () => {
  await bookClashing(ten);

  const outcome = await takeHold(
    service.parts.database,
    holdRow(made, { hour: 10 }),
    service.clock(),
  );

  expect(outcome).toBe('slot_taken');
});

test('nobody moves a booking to where a clashing one stands', async () => {
  const { body } = await book(service, made, two);
  await bookClashing(ten);

  const moved = await call(service, 'POST', `/api/bookings/${tokenOf(body.manageUrl)}/reschedule`, {
    start: ten,
  });

  expect(moved).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('a booking that clashed is back in the constraint once it has moved', async () => {
  const clashing = await bookClashing(ten);

  await call(service, 'POST', `/api/bookings/${tokenOf(clashing.manageUrl)}/reschedule`, {
    start: two,
  });

  const [row] = await service.parts.database.query<{ clashing: boolean }>(
    sql`select clashing from bookings where id = ${clashing.id}`,
  );
  expect(row!.clashing).toBe(false);
});

test('a clash that is over before its mail goes out is not told; the move is', async () => {
  const { body } = await book(service, made, ten);
  await service.settle();
  const mail = { bookingId: body.id, revision: 2, otherwise: 'organiser-followed' } as const;

  await sendBookingMail(service.parts, { ...mail, message: 'organiser-clash' });
  await service.settle();

  const subjects = service.inbox.to(made.email).map(({ subject }) => subject);
  expect(subjects.at(-1)).toMatch(/^Moved: /);
  expect(subjects.join()).not.toContain('Please look');
});

test('a clash that stands is told', async () => {
  await book(service, made, ten);
  const { id } = await bookClashing(two);
  await service.parts.database.query(sql`
    update bookings set starts_at = ${ten}, ends_at = ${'2026-11-24T09:30:00Z'},
      blocked = tstzrange(${ten}, ${'2026-11-24T09:30:00Z'}) where id = ${id}`);

  await sendBookingMail(service.parts, { bookingId: id, revision: 2, message: 'organiser-clash' });

  const { subject, text } = service.inbox.to(made.email).at(-1)!;
  expect(subject).toContain('meets another booking');
  expect(text).toContain('Move or cancel one of the two');
});

test('a mail’s job that runs again sends nothing again', async () => {
  const person = attendee();
  const { body } = await book(service, made, ten, person);
  await service.settle();
  const before = service.inbox.to(person.email).length;

  await sendBookingMail(service.parts, { bookingId: body.id, message: 'confirmed', revision: 2 });

  expect(before).toBe(1);
  expect(service.inbox.to(person.email)).toHaveLength(1);
});

async function bookClashing(start: string): Promise<{ id: string; manageUrl: string }> {
  const { body } = await book(service, made, start);
  await service.settle();
  await service.parts.database.query(
    sql`update bookings set clashing = true where id = ${body.id}`,
  );
  return body;
}

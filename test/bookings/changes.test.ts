// Moving and cancelling, and what both sides hear of it.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { call, hold } from '../support/attendee.ts';
import { type Desk, openDesk, ten, two } from '../support/desk.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let desk: Desk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
  desk = openDesk(service, made);
});

afterAll(() => service.close());

test('a booking moves to another slot, its own time not in its way, and both sides hear of it once', async () => {
  const { manage, email } = await desk.makeConfirmed();
  const overlapping = '2026-11-24T10:15:00+01:00';

  const moved = await call(service, 'POST', `${manage}/reschedule`, { start: overlapping });
  await service.settle();

  expect(moved).toMatchObject({ status: 200, body: { start: '2026-11-24T09:15:00.000Z' } });
  expect(desk.events()[0]).toMatchObject({
    start: { dateTime: '2026-11-24T09:15:00.000Z' },
  });
  expect(desk.subjectsTo(email).filter((subject) => subject.startsWith('Moved'))).toHaveLength(1);
  expect(desk.subjectsTo(made.email).filter((subject) => subject.startsWith('Moved'))).toHaveLength(
    1,
  );
});

test('a booking does not move onto somebody else', async () => {
  const { manage } = await desk.makeConfirmed();
  await hold(service, made, two);

  const moved = await call(service, 'POST', `${manage}/reschedule`, { start: two });

  expect(moved).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('a cancelled booking leaves the calendar, frees its slot and cannot be cancelled again', async () => {
  const { manage, email } = await desk.makeConfirmed();

  const cancelled = await call(service, 'POST', `${manage}/cancel`, { reason: 'ill' });
  const again = await call(service, 'POST', `${manage}/cancel`, {});
  await service.settle();
  const next = await hold(service, made, ten);

  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect(again).toMatchObject({ status: 409, body: { code: 'already_cancelled' } });
  expect(desk.events()).toMatchObject([{ status: 'cancelled' }]);
  expect(desk.subjectsTo(email).at(-1)).toBe('Cancelled: Visit with Test Organiser');
  expect(next.status).toBe(201);
});

test('the mails’ calendar file is Google’s event: the same UID, rising sequence, and a cancellation in the end', async () => {
  const { manage, email } = await desk.makeConfirmed();
  await call(service, 'POST', `${manage}/reschedule`, { start: two });
  await service.settle();
  await call(service, 'POST', `${manage}/cancel`, {});
  await service.settle();

  const files = service.inbox
    .to(email)
    .flatMap(({ attachments }) =>
      attachments.filter(({ name }) => name === 'appointment.ics').map(textOf),
    );

  const uid = `UID:${desk.events()[0]!.iCalUID}`;
  expect(files).toHaveLength(3);
  expect(files.map((file) => file.includes(uid))).toEqual([true, true, true]);
  expect(files.map((file) => /METHOD:(\w+)/.exec(file)![1])).toEqual([
    'PUBLISH',
    'PUBLISH',
    'CANCEL',
  ]);
  const sequences = files.map((file) => Number(/SEQUENCE:(\d+)/.exec(file)![1]));
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  expect(new Set(sequences).size).toBe(3);
});

function textOf({ content }: { content: Uint8Array }): string {
  return Buffer.from(content).toString().replaceAll('\r\n ', '');
}

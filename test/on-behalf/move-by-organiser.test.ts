// An organiser moves a booking to any time of their choosing: what speaks against it is named, and taken into account.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { type BehalfDesk, book, openBehalfDesk, saturdayAtTen, tuesdayAtTen } from './desk.ts';

let service: TestService;
let desk: BehalfDesk;
let id: string;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  desk = await openBehalfDesk(service);
  id = String((await book(desk)).body['id']);
  await service.settle();
});

afterAll(() => service.close());

test('a time outside of the hours is asked about, and taken with a word', async () => {
  const asked = await reschedule(saturdayAtTen);
  const moved = await reschedule(saturdayAtTen, ['outside_hours']);

  expect(asked).toMatchObject({
    status: 409,
    body: { code: 'slot_not_offered', errors: [{ field: 'accept.outside_hours' }] },
  });
  expect(moved).toMatchObject({ status: 200, body: { start: saturdayAtTen } });
});

test('notice and grid do not bind the organiser', async () => {
  const moved = await reschedule('2026-11-23T08:07:00Z');

  expect(moved.status).toBe(200);
});

test('a booking’s own event does not stand in its way; something else at Google does, and is named', async () => {
  const near = await reschedule('2026-11-24T09:15:00Z');
  await service.settle();
  const [start, end] = [new Date('2026-11-24T09:30:00Z'), new Date('2026-11-24T10:30:00Z')];
  addEvent(service.google.world, desk.made.email, { summary: 'Dentist', start, end });
  service.clock.advance(5000);

  const busy = await reschedule('2026-11-24T09:30:00Z');
  const moved = await reschedule('2026-11-24T09:30:00Z', ['busy']);

  expect(near.status).toBe(200);
  expect(busy).toMatchObject({ status: 409, body: { errors: [{ field: 'accept.busy' }] } });
  expect(JSON.stringify(busy.body)).toContain('is busy at Google, 10:30–11:30');
  expect(moved.status).toBe(200);
});

test('another booking’s time is never taken', async () => {
  await book(desk, { start: '2026-11-24T13:00:00Z' });

  const refused = await reschedule('2026-11-24T13:15:00Z', ['outside_hours', 'busy', 'day_full']);

  expect(refused).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('where Google does not answer, the booking stays', async () => {
  service.clock.advance(10 * 60_000);
  const method = 'calendar.freebusy.query';
  service.google.faults.add({ method, fault: 'backendError', times: 'until_cleared' });

  const refused = await reschedule('2026-11-24T13:00:00Z');

  expect(refused).toMatchObject({ status: 503, body: { code: 'calendar_unavailable' } });
  expect((await desk.me('GET', `/api/me/bookings/${id}`)).body['start']).toBe(tuesdayAtTen);
});

test('on the page a time is typed, asked about, and taken once that is ticked', async () => {
  const path = `/organiser/bookings/${id}/move`;

  const faulty = await desk.visitor.open(`${path}?on=2026-11-28&at=ten`);
  const asked = await desk.visitor.open(`${path}?on=2026-11-28&at=10:00`);
  const unticked = await desk.visitor.send(path, { start: saturdayAtTen });
  const moved = await desk.visitor.send(path, { start: saturdayAtTen, accept: 'outside_hours' });

  expect(faulty.status).toBe(400);
  expect(faulty.text).toContain('value="ten"');
  expect(asked.text).toMatch(/Move to this time\?[^]*It is outside of your hours\./);
  expect(unticked.status).toBe(409);
  expect(unticked.text).toContain('Tick this to take it all the same');
  expect(moved.text).toContain('Moved. The attendee is told');
  expect(moved.text).toContain('Saturday 28 November 2026');
});

function reschedule(start: string, accept: string[] = []) {
  return desk.me('POST', `/api/me/bookings/${id}/reschedule`, { start, accept });
}

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { approveBooking, declineBooking } from '../../src/bookings/approve-booking.ts';
import { completeBooking, markNoShow } from '../../src/bookings/complete-booking.ts';
import { sweepBookings } from '../../src/bookings/sweep-bookings.ts';
import { sql } from '../../src/database/sql.ts';
import { attendee, book, call, hold, tokenOf } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'approval' } });
});

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';

test('a proven request waits for the organiser, keeps its slot, and lapses at the latest when it would begin', async () => {
  const { body } = await prove();

  const other = await hold(service, made, ten);

  expect(body).toMatchObject({
    state: 'requested',
    provenAt: monday.replace('Z', '.000Z'),
    expiresAt: '2026-11-24T09:00:00.000Z',
  });
  expect(other.status).toBe(409);
});

test('until the proof, the page says that the organiser decides, and promises no time', async () => {
  const { body } = await book(service, made, ten);

  const page = await (await fetch(body.manageUrl)).text();

  expect(page).toContain('Check your mail');
  expect(page).toContain('your request goes to Test Organiser, who decides');
  expect(page).not.toContain('then the time is yours');
});

test('the organiser accepts, and it stands in the calendar', async () => {
  const { body, email } = await prove();

  await approveBooking(service.parts, { organiserId: made.organiser.id, bookingId: body.id });
  await service.settle();

  const shown = await call(service, 'GET', `/api/bookings/${tokenOf(body.manageUrl)}`);
  expect(shown.body.state).toBe('confirmed');
  expect(Object.keys(service.google.world.state.events[made.email]!)).toHaveLength(1);
  expect(service.inbox.to(email).at(-1)!.subject).toMatch(/^Confirmed/);
});

test('the organiser declines, and the attendee is told', async () => {
  const { body, email } = await prove();

  await declineBooking(service.parts, { organiserId: made.organiser.id, bookingId: body.id });
  await service.settle();

  expect(service.inbox.to(email).at(-1)!.subject).toMatch(/^Cancelled/);
  expect((await hold(service, made, ten)).status).toBe(201);
});

test('nobody decides on another’s request, nor on one whose address is not proven', async () => {
  const stranger = await makeOrganiser(service);
  const { body } = await prove();
  const unproven = await book(service, made, '2026-11-24T14:00:00+01:00');

  const decide = (organiserId: string, bookingId: string) =>
    approveBooking(service.parts, { organiserId, bookingId });

  await expect(decide(stranger.organiser.id, body.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(decide(made.organiser.id, unproven.body.id)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('an expired request is told once, and its form is erased a day later', async () => {
  const person = attendee();
  const requested = await book(service, made, ten, person);
  await service.settle();
  service.clock.advance(31 * 60_000);

  await sweepBookings(service.parts);
  await service.settle();
  await sweepBookings(service.parts);
  await service.settle();
  const keptAt = await nameOf(requested.body.id);
  service.clock.advance(25 * 3_600_000);
  await sweepBookings(service.parts);

  const told = service.inbox
    .to(person.email)
    .filter(({ subject }) => subject.startsWith('Not booked'));
  expect(told).toHaveLength(1);
  expect(keptAt).toBe(person.name);
  expect(await nameOf(requested.body.id)).toBeNull();
});

test('after its end a booking is completed by itself, and the organiser may say that nobody came', async () => {
  const instant = await makeOrganiser(service);
  const { body } = await book(service, instant, ten);
  const own = { organiserId: instant.organiser.id, bookingId: body.id };
  const early = completeBooking(service.parts, own);
  await expect(early).rejects.toMatchObject({ code: 'forbidden' });
  service.clock.set('2026-11-24T09:30:00Z');

  await sweepBookings(service.parts);
  const completed = await stateOf(body.id);
  await markNoShow(service.parts, own);

  expect(completed).toBe('completed');
  expect(await stateOf(body.id)).toBe('no_show');
});

async function prove() {
  const person = attendee();
  await book(service, made, ten, person);
  const mail = await service.inbox.waitFor(({ envelope }) => envelope.to.includes(person.email));
  const token = /\/confirm\/([\w-]+)/.exec(mail.text)![1]!;
  const answer = await call(service, 'POST', '/api/bookings/confirm', { token });
  return { ...answer, email: person.email };
}

async function stateOf(id: string): Promise<string> {
  const [row] = await service.parts.database.query<{ state: string }>(
    sql`select state from bookings where id = ${id}`,
  );
  return row!.state;
}

async function nameOf(id: string): Promise<string | null> {
  const [row] = await service.parts.database.query<{ name: string | null }>(
    sql`select attendee_name as name from bookings where id = ${id}`,
  );
  return row!.name;
}

// What was so at the look may not be so under the lock, at the second press, or when the clock has gone on.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { approveBooking } from '../../src/bookings/approve-booking.ts';
import { getBooking } from '../../src/bookings/booking-queries.ts';
import { recheckBooking } from '../../src/bookings/recheck-booking.ts';
import { rescheduleBooking } from '../../src/bookings/reschedule-booking.ts';
import { sweepBookings } from '../../src/bookings/sweep-bookings.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { sql } from '../../src/database/sql.ts';
import { updateEventType } from '../../src/event-types/write-event-type-queries.ts';
import { attendee, book, call, hold, tokenOf } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
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
const two = '2026-11-24T14:00:00+01:00';

test('a request is confirmed for the length that it was made with, whatever has become of its event type', async () => {
  const long = await addEventType(service, made.organiser.id, {
    durationMinutes: 60,
    confirmation: 'email',
  });
  const { email } = await request(ten, { ...made, eventType: long });
  const token = await mailedToken(email);
  await updateEventType(service.parts.database, long.id, { ...long, durationMinutes: 30 });
  busyInGoogle('2026-11-24T09:30:00Z', '2026-11-24T10:00:00Z');
  service.clock.advance(60_000);

  const answer = await confirm(token);

  expect(answer).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('accepting twice says that it is done, not that the time is taken', async () => {
  const { id } = await prove(ten);
  await approve(id);
  await service.settle();
  service.clock.advance(60_000);

  await expect(approve(id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a request is not accepted over a booking that the organiser has dragged there', async () => {
  const { id } = await prove(ten);
  await dragOnto(ten);

  await expect(approve(id)).rejects.toMatchObject({ code: 'slot_taken' });
});

test('a booking without proof is not made over one that the organiser has dragged there', async () => {
  const instant = await addEventType(service, made.organiser.id);
  const held = await hold(service, { ...made, eventType: instant }, ten);
  await dragOnto(ten);

  const answer = await call(service, 'POST', '/api/bookings', {
    hold: held.body.token,
    attendee: attendee(),
  });

  expect(answer).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('the same move sent twice at once is one change', async () => {
  const instant = await addEventType(service, made.organiser.id);
  const { body } = await book(service, { ...made, eventType: instant }, ten);
  const move = { bookingId: body.id, startsAt: new Date(two), actor: 'attendee' } as const;

  await Promise.all([
    rescheduleBooking(service.parts, move),
    rescheduleBooking(service.parts, move),
    rescheduleBooking(service.parts, move),
  ]);

  // requested, confirmed, moved
  expect((await getBooking(service.parts.database, body.id)).revision).toBe(3);
});

test('who waited for the organiser until the very start is told that it came to nothing', async () => {
  const { email } = await prove(ten);
  service.clock.set('2026-11-24T09:00:30Z');

  await sweepBookings(service.parts);
  await service.settle();

  expect(subjectsTo(email).at(-1)).toMatch(/^Not booked/);
});

test('a request that ran out is told of once, however often the sweep comes round before the mail is out', async () => {
  const { email } = await request(ten);
  await service.settle();
  service.clock.advance(31 * 60_000);

  await Promise.all([sweepBookings(service.parts), sweepBookings(service.parts)]);
  await sweepBookings(service.parts);

  const [row] = await service.parts.database.query<{ count: number }>(sql`
    select count(*)::integer as count from jobs.job
    where name = 'send-mail' and data ->> 'message' = 'expired'
      and data ->> 'bookingId' = (select id::text from bookings where attendee_email = ${email})`);
  expect(row!.count).toBe(1);
});

test('a request that ran out is shown as expired, even when no job has run', async () => {
  const { manageUrl, form } = await request(ten);
  service.clock.advance(30 * 60_000);

  const shown = await call(service, 'GET', `/api/bookings/${tokenOf(manageUrl)}`);
  const again = await call(service, 'POST', '/api/bookings', form);

  expect([shown.body.state, again.body.state]).toEqual(['expired', 'expired']);
  expect(shown.body.expiresAt).toBeUndefined();
});

test('too late and with Google failing, the answer is still that it is too late', async () => {
  const { email } = await request(ten);
  const token = await mailedToken(email);
  service.clock.set('2026-11-24T09:00:00Z');
  failInGoogle('backendError');

  const answer = await confirm(token);
  service.google.faults.clear();

  expect(answer).toMatchObject({ status: 410, body: { code: 'request_expired' } });
});

test('the organiser who was asked is told when the attendee takes the request back', async () => {
  const { manageUrl } = await prove(ten);

  await call(service, 'POST', `/api/bookings/${tokenOf(manageUrl)}/cancel`, {});
  await service.settle();

  expect(subjectsTo(made.email).at(-1)).toMatch(/^Cancelled/);
});

test('a hold is released without complaint also when it is long forgotten', async () => {
  const { body } = await hold(service, made, ten);
  service.clock.advance(10 * 60_000);
  await sweepBookings(service.parts);
  service.clock.advance(25 * 3_600_000);
  await sweepBookings(service.parts);

  const released = await call(service, 'DELETE', `/api/holds/${body.token}`);

  expect(released.status).toBe(204);
});

test('the look that is repeated flags a clash, and not the booking’s own event', async () => {
  const { id } = await prove(ten);
  await approve(id);
  await service.settle();
  service.clock.advance(60_000);

  await recheckBooking(service.parts, { bookingId: id });
  const ownFlagged = await clashMails();
  await addEvent('2026-11-24T09:15:00Z', '2026-11-24T09:45:00Z');
  service.clock.advance(60_000);
  await recheckBooking(service.parts, { bookingId: id });

  expect([ownFlagged, await clashMails()]).toEqual([0, 1]);
});

test('the look is repeated until Google itself has answered', async () => {
  const { id } = await prove(ten);
  await approve(id);
  await service.settle();
  service.clock.advance(60_000);
  await refreshBusy(service.parts, { organiserId: made.organiser.id });
  service.clock.advance(30_000);
  failInGoogle('hang');

  const repeated = recheckBooking(service.parts, { bookingId: id });
  await expect(repeated).rejects.toMatchObject({ code: 'calendar_unavailable' });
  service.google.faults.clear();

  expect(await clashMails()).toBe(0);
});

async function request(start: string, where = made) {
  const person = attendee();
  const held = await hold(service, where, start);
  const form = { hold: held.body.token, attendee: person };
  const { body } = await call(service, 'POST', '/api/bookings', form);
  return { id: body.id as string, manageUrl: body.manageUrl as string, email: person.email, form };
}

async function prove(start: string) {
  const { email } = await request(start);
  const { body } = await confirm(await mailedToken(email));
  return { id: body.id as string, manageUrl: body.manageUrl as string, email };
}

function confirm(token: string) {
  return call(service, 'POST', '/api/bookings/confirm', { token });
}

function approve(bookingId: string): Promise<void> {
  return approveBooking(service.parts, { organiserId: made.organiser.id, bookingId });
}

async function mailedToken(email: string): Promise<string> {
  const { text } = await service.inbox.waitFor(
    ({ envelope, subject }) => envelope.to.includes(email) && subject.startsWith('Please confirm'),
  );
  return /\/confirm\/([\w-]+)/.exec(text)![1]!;
}

/** As following Google will leave it: outside of the constraint. */
async function dragOnto(start: string): Promise<void> {
  const instant = await addEventType(service, made.organiser.id);
  const { body } = await book(service, { ...made, eventType: instant }, two);
  const startsAt = new Date(start);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  await service.parts.database.query(sql`
    update bookings set clashing = true, starts_at = ${startsAt}, ends_at = ${endsAt},
      blocked = tstzrange(${startsAt}, ${endsAt}) where id = ${body.id}`);
}

function busyInGoogle(start: string, end: string): void {
  service.google.world.state.calendars[made.email]!.busyTasks.push({ start, end });
}

async function addEvent(start: string, end: string): Promise<void> {
  const { google } = service.parts;
  const refreshToken = service.google.grantFor(made.email, google.neededScopes);
  await google.insertEvent({ accountId: made.accountId, refreshToken }, 'primary', {
    id: randomUUID().replaceAll('-', ''),
    title: 'Something else',
    description: '',
    startsAt: new Date(start),
    endsAt: new Date(end),
    timeZone: 'Europe/Berlin',
    location: null,
    guest: { email: 'friend@example.org', name: 'A friend' },
    bookingId: randomUUID(),
    revision: 1,
  });
}

function failInGoogle(fault: 'backendError' | 'hang'): void {
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault,
    account: made.email,
    times: 'until_cleared',
  });
}

function subjectsTo(email: string): string[] {
  return service.inbox.to(email).map(({ subject }) => subject);
}

async function clashMails(): Promise<number> {
  await service.settle();
  return subjectsTo(made.email).filter((subject) => subject.startsWith('Please look')).length;
}

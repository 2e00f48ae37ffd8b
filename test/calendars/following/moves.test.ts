// A booking whose event was moved in Google Calendar: clashes, lengths, and the way back.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sweepBookings } from '../../../src/bookings/sweep-bookings.ts';
import { resizeEvent } from '../../../src/sandbox/google/people/events.ts';
import { call, hold } from '../../support/attendee.ts';
import { monday, startTestService, type TestService } from '../../support/service.ts';
import { type Booked, type FollowingDesk, openFollowingDesk, ten, two } from './following-desk.ts';

let service: TestService;
let desk: FollowingDesk;
let booked: Booked;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  desk = await openFollowingDesk(service, { eventType: { bufferAfterMinutes: 15 } });
  booked = await desk.book(ten);
  desk.mails();
  desk.mails(booked);
});

afterAll(() => service.close());

const quarterPast = '2026-11-24T14:15:00+01:00';
const three = '2026-11-24T15:00:00+01:00';

test('an event that was made longer makes the booking longer, and the mail names both', async () => {
  desk.aWhile();
  resizeEvent(service.google.world, desk.place(booked), new Date('2026-11-24T11:00:00+01:00'));

  await desk.read();

  expect(await desk.booking(booked)).toMatchObject({
    startsAt: new Date(ten),
    endsAt: new Date('2026-11-24T11:00:00+01:00'),
    blocked: { from: new Date(ten), to: new Date('2026-11-24T11:15:00+01:00') },
  });
  const [mail] = service.inbox.to(booked.email).slice(-1);
  expect(mail!.text).toMatch(/Before: .*10:00.*10:30[^]*Now: .*10:00.*11:00/u);
});

test('the mail of a move offers to keep, to pick another time and to cancel', async () => {
  desk.move(booked, two);

  await desk.read();

  const [mail] = service.inbox.to(booked.email).slice(-1);
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+\n/);
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+\/move\n/);
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+\/cancel\n/);
});

test('a booking that is dragged onto another follows, clashing, and the organiser is asked to resolve it', async () => {
  const other = await desk.book(two);
  desk.mails();
  desk.move(booked, quarterPast);

  await desk.read();

  expect(await desk.booking(booked)).toMatchObject({
    startsAt: new Date(quarterPast),
    clashing: true,
  });
  expect(await desk.booking(other)).toMatchObject({ startsAt: new Date(two), clashing: false });
  expect(desk.mails(booked)).toEqual(['Moved']);
  expect(desk.mails()).toEqual(['Please look']);
});

test('a booking that clashed is back in the constraint when the other ends', async () => {
  const other = await desk.book(two);
  desk.move(booked, two);
  await desk.read();
  await call(service, 'POST', `${other.manage}/cancel`, {});

  await sweepBookings(service.parts);

  expect(await desk.booking(booked)).toMatchObject({ clashing: false });
});

test('a booking that clashed is back in the constraint when it is dragged away again', async () => {
  await desk.book(two);
  desk.move(booked, two);
  await desk.read();
  desk.move(booked, three);

  await desk.read();

  expect(await desk.booking(booked)).toMatchObject({ startsAt: new Date(three), clashing: false });
});

test('a time that is only held gives way to the booking that is dragged there', async () => {
  const held = await hold(service, desk.made, two);
  desk.move(booked, two);

  await desk.read();

  const slot = { hold: held.body.token };
  const attendee = { name: 'Tom', email: 'tom@example.org', timeZone: 'Europe/Berlin' };
  const asked = await call(service, 'POST', '/api/bookings', { ...slot, attendee });
  expect(desk.mails()).toEqual(['Moved']);
  expect(asked).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('the link in the organiser’s mail shows the way back, and only its button goes it', async () => {
  desk.move(booked, two);
  await desk.read();

  const page = await call(service, 'GET', undoLink());

  expect(page.status).toBe(200);
  expect(page.body.text).toContain('Move it back?');
  expect(await desk.booking(booked)).toMatchObject({ startsAt: new Date(two) });
});

test('a move that is undone goes back on both sides, and the attendee is told', async () => {
  desk.move(booked, two);
  await desk.read();
  desk.mails(booked);

  const undone = await press(undoLink());
  await service.settle();
  await desk.read();

  expect(undone.status).toBe(200);
  expect(await desk.booking(booked)).toMatchObject({
    startsAt: new Date(ten),
    changedBy: 'organiser',
  });
  expect(desk.event(booked).start.dateTime).toBe(new Date(ten).toISOString());
  expect(desk.mails(booked)).toEqual(['Moved']);
});

test('a move is undone once, and not after another change', async () => {
  desk.move(booked, two);
  await desk.read();
  const link = undoLink();
  desk.move(booked, three);
  await desk.read();

  const late = await press(link);

  expect(late.status).toBe(403);
  expect(late.body.text).toContain('Nothing to undo');
  expect(await desk.booking(booked)).toMatchObject({ startsAt: new Date(three) });
});

test('a move is not undone into a time that somebody else has taken', async () => {
  desk.move(booked, two);
  await desk.read();
  const link = undoLink();
  await desk.book(ten);

  const refused = await press(link);

  expect(refused.status).toBe(409);
  expect(await desk.booking(booked)).toMatchObject({ startsAt: new Date(two) });
});

test('a link that is not ours undoes nothing', async () => {
  const forged = await press(`${service.url}/bookings/undo/${'A'.repeat(43)}`);

  expect(forged.status).toBe(404);
});

function undoLink(): string {
  const [mail] = service.inbox.to(desk.made.email).slice(-1);
  return /https?:\S+\/bookings\/undo\/[\w-]+/.exec(mail!.text)![0];
}

/** As a browser does it, from our own page. */
function press(link: string) {
  return call(service, 'POST', link, undefined, {
    Origin: service.url,
    'Sec-Fetch-Site': 'same-origin',
  });
}

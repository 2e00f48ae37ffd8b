// What happens in Google Calendar happens in Quarterhour, once, and both sides agree.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { call } from '../../support/attendee.ts';
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
  desk = await openFollowingDesk(service);
  booked = await desk.book(ten);
  desk.mails();
  desk.mails(booked);
});

afterAll(() => service.close());

test('what we wrote ourselves is no news', async () => {
  await desk.read();

  expect(await desk.booking(booked)).toMatchObject({ state: 'confirmed', revision: 2 });
  expect([...desk.mails(), ...desk.mails(booked)]).toEqual([]);
});

test('an event that the organiser moves takes the booking along, and each side gets one mail', async () => {
  desk.move(booked, two);

  await desk.read();
  await desk.read();

  expect(await desk.booking(booked)).toMatchObject({
    startsAt: new Date(two),
    changedBy: 'google',
    clashing: false,
  });
  expect(desk.mails(booked)).toEqual(['Moved']);
  expect(desk.mails()).toEqual(['Moved']);
});

test('the time that a moved event has left is free, and the one that it has taken is not', async () => {
  desk.move(booked, two);

  await desk.read();

  const { handle } = desk.made.organiser;
  const { slug } = desk.made.eventType;
  const query = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';
  const { body } = await call(
    service,
    'GET',
    `/api/organisers/${handle}/event-types/${slug}/slots?${query}`,
  );
  const starts = body.slots.map((slot: { start: string }) => slot.start);
  expect(starts).toContain(ten);
  expect(starts).not.toContain(two);
});

test('an event that the organiser deletes cancels the booking, and the attendee gets one mail', async () => {
  desk.remove(booked);

  await desk.read();
  await desk.read();

  expect(await desk.booking(booked)).toMatchObject({ state: 'cancelled', changedBy: 'google' });
  expect(desk.mails(booked)).toEqual(['Cancelled']);
  expect(desk.mails()).toEqual([]);
});

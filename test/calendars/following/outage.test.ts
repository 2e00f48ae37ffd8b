// After any outage both sides agree: messages lost, access taken away and given back, Google away.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pollCalendars } from '../../../src/calendars/poll-calendars.ts';
import { createVisitor } from '../../organisers/visitor.ts';
import { call } from '../../support/attendee.ts';
import { monday, startTestService, type TestService } from '../../support/service.ts';
import { until } from '../../support/until.ts';
import { type Booked, type FollowingDesk, openFollowingDesk, ten, two } from './following-desk.ts';

const eleven = '2026-11-24T11:00:00+01:00';
const noon = '2026-11-24T12:00:00+01:00';

let service: TestService;
let desk: FollowingDesk;

beforeAll(async () => {
  service = await startTestService({ push: true });
});

beforeEach(async () => {
  service.clock.set(monday);
  desk = await openFollowingDesk(service);
});

afterAll(() => service.close());

const startOf = async (booked: Booked) => (await desk.booking(booked)).startsAt.toISOString();
const eventStart = (booked: Booked) => desk.event(booked).start.dateTime;

test('where Google pushes, a move is followed without any reading of ours', async () => {
  const booked = await desk.book();

  desk.move(booked, two);

  await until(
    async () => (await startOf(booked)) === new Date(two).toISOString(),
    'the booking has moved',
  );
});

test('where its messages are lost, the poll finds the move', async () => {
  const booked = await desk.book();
  service.google.world.switches.push.drop = 100;
  desk.move(booked, two);
  service.clock.advance(2 * 3_600_000);

  await pollCalendars(service.parts);
  await service.settle();

  service.google.world.switches.push.drop = 0;
  expect(await startOf(booked)).toBe(new Date(two).toISOString());
});

test('an account that is connected again makes up for all that was missed, on both sides', async () => {
  const [moved, deleted, ours] = [
    await desk.book(ten),
    await desk.book(eleven),
    await desk.book(noon),
  ];
  for (const booked of [moved, deleted, ours]) desk.mails(booked);
  service.google.oauth.revokeGrant(desk.made.email);
  service.google.oauth.expireAccessTokens();
  desk.move(moved, two);
  desk.remove(deleted);
  await call(service, 'POST', `${ours.manage}/cancel`, {});
  // the mail of the cancellation waits a minute for Google
  service.clock.advance(60_000);
  await desk.read();
  const meanwhile = [await desk.booking(moved), await desk.booking(deleted)];

  const visitor = createVisitor(service);
  await visitor.signIn(desk.made.email, { start: '/auth/google?consent=1' });
  await service.settle();
  await desk.read();

  expect(meanwhile).toMatchObject([{ startsAt: new Date(ten) }, { state: 'confirmed' }]);
  expect(await startOf(moved)).toBe(eventStart(moved));
  expect(await desk.booking(deleted)).toMatchObject({ state: 'cancelled' });
  expect(desk.event(ours)).toMatchObject({ status: 'cancelled' });
  expect([moved, deleted, ours].map((booked) => desk.mails(booked))).toEqual([
    ['Moved'],
    ['Cancelled'],
    ['Cancelled'],
  ]);
});

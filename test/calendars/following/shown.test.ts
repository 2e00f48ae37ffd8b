// What following keeps is shown to the organiser, and what a decline does is the organiser's choice.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createApiKey } from '../../../src/organisers/create-api-key.ts';
import { makeAllDay } from '../../../src/sandbox/google/people/events.ts';
import { createVisitor } from '../../organisers/visitor.ts';
import { call } from '../../support/attendee.ts';
import { monday, startTestService, type TestService } from '../../support/service.ts';
import { type FollowingDesk, openFollowingDesk } from './following-desk.ts';

let service: TestService;
let desk: FollowingDesk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  desk = await openFollowingDesk(service);
});

afterAll(() => service.close());

test('the organiser’s page shows the answer with its comment, and what is to be looked at', async () => {
  const booked = await desk.book();
  desk.answer(booked, 'declined', 'I have the flu');
  makeAllDay(service.google.world, desk.place(booked));
  await desk.read();
  const visitor = createVisitor(service);

  const page = await visitor.signIn(desk.made.email);

  expect(page.text).toContain('Invitation declined');
  expect(page.text).toContain('I have the flu');
  expect(page.text).toContain('lasts whole days');
});

test('a program sees the same, and chooses what a decline does', async () => {
  const { key } = await createApiKey(service.parts, desk.made.organiser.id, {
    name: 'test',
    scope: 'write',
  });
  const headers = { Authorization: `Bearer ${key}` };
  const chosen = await call(
    service,
    'PATCH',
    `/api/me/event-types/${desk.made.eventType.slug}`,
    { onDecline: 'cancel' },
    headers,
  );
  const booked = await desk.book();
  desk.answer(booked, 'declined', 'I have the flu');

  await desk.read();

  const { body } = await call(service, 'GET', `/api/me/bookings/${booked.id}`, undefined, headers);
  expect(chosen).toMatchObject({ status: 200, body: { onDecline: 'cancel' } });
  expect(body).toMatchObject({
    state: 'cancelled',
    reason: 'I have the flu',
    calendarFlag: null,
    attendee: { response: 'declined', comment: 'I have the flu' },
  });
});

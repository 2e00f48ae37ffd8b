import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { attendee, call, hold, tokenOf } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

const day = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';
const ten = '2026-11-24T10:00:00+01:00';

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  const eventType = { durationMinutes: 30, otherDurations: [15, 60] };
  made = await makeOrganiser(service, { eventType });
  await service.settle();
});

afterAll(() => service.close());

test('the times of each length are those that have room for it', async () => {
  const [own, short, long] = await Promise.all([slots(), slots(15), slots(60)]);

  expect(own.body.slots.at(-1)).toMatchObject({ end: '2026-11-24T17:00:00+01:00' });
  expect(own.body.slots).toHaveLength(31);
  expect(short.body.slots).toHaveLength(32);
  expect(long.body.slots).toHaveLength(29);
  expect(long.body.slots[0]).toEqual({
    start: '2026-11-24T09:00:00+01:00',
    end: '2026-11-24T10:00:00+01:00',
  });
});

test('slots of one length are not answered by the ETag of another', async () => {
  const etag = (await slots(15)).headers.get('ETag')!;

  const { status } = await call(service, 'GET', slotsPath(60), undefined, {
    'If-None-Match': etag,
  });

  expect(status).toBe(200);
});

test('a hold is as long as was chosen, and keeps others from all of it', async () => {
  const { status, body } = await hold(service, made, ten, { durationMinutes: 60 });

  expect(status).toBe(201);
  expect(body).toMatchObject({
    start: '2026-11-24T09:00:00.000Z',
    end: '2026-11-24T10:00:00.000Z',
  });
  expect((await hold(service, made, '2026-11-24T10:45:00+01:00')).body.code).toBe('slot_taken');
});

test('a length that is not offered is refused by its name, wherever it is said', async () => {
  const answers = [
    await slots(45),
    await hold(service, made, ten, { durationMinutes: 45 }),
    await bookInOneStep({ durationMinutes: 45 }),
    await hold(service, made, ten, { durationMinutes: 'long' }),
    await call(service, 'GET', `${slotsPath()}&durationMinutes=long`),
  ];

  for (const { status, body } of answers) {
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['durationMinutes']);
  }
});

test('a booking in one step has the chosen length', async () => {
  const { status, body } = await bookInOneStep({ durationMinutes: 15 });

  expect(status).toBe(201);
  expect(body.end).toBe('2026-11-24T09:15:00.000Z');
});

test('a length beside a hold is refused: the hold has its own', async () => {
  const { body: held } = await hold(service, made, ten);

  const { status, body } = await call(service, 'POST', '/api/bookings', {
    hold: held.token,
    durationMinutes: 60,
    attendee: attendee(),
  });

  expect(status).toBe(400);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['durationMinutes']);
});

test('a booking that is moved stays as long as it was', async () => {
  const { body } = await bookInOneStep({ durationMinutes: 60 });
  const manage = `/api/bookings/${tokenOf(body.manageUrl)}`;

  const moved = await call(service, 'POST', `${manage}/reschedule`, {
    start: '2026-11-24T15:00:00+01:00',
  });
  const tooLate = await call(service, 'POST', `${manage}/reschedule`, {
    start: '2026-11-24T16:30:00+01:00',
  });

  expect(moved.body.end).toBe('2026-11-24T15:00:00.000Z');
  expect(tooLate.body.code).toBe('slot_not_offered');
  expect((await call(service, 'GET', manage)).body.eventType.durationMinutes).toBe(60);
});

test('a booking that was made longer in Google keeps that length when its attendee moves it', async () => {
  const { body } = await bookInOneStep({});
  await service.settle();
  await service.parts.database.pool.query(
    `update bookings set ends_at = ends_at + interval '20 minutes', blocked = tstzrange(starts_at, ends_at + interval '20 minutes') where id = '${body.id}'`,
  );

  const moved = await call(service, 'POST', `/api/bookings/${tokenOf(body.manageUrl)}/reschedule`, {
    start: '2026-11-24T14:00:00+01:00',
  });

  expect(moved.body.end).toBe('2026-11-24T13:50:00.000Z');
});

function slotsPath(durationMinutes?: number): string {
  const { organiser, eventType } = made;
  const length = durationMinutes === undefined ? '' : `&durationMinutes=${durationMinutes}`;
  return `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots?${day}${length}`;
}

function slots(durationMinutes?: number) {
  return call(service, 'GET', slotsPath(durationMinutes));
}

function bookInOneStep(more: object) {
  const { organiser, eventType } = made;
  const slot = { organiser: organiser.handle, eventType: eventType.slug, start: ten };
  return call(service, 'POST', '/api/bookings', { ...slot, ...more, attendee: attendee() });
}

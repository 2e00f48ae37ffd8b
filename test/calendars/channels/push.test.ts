// What Google tells by push reaches the free times, whatever befalls the messages.
import { expect, test } from '@jest/globals';
import { pollCalendars } from '../../../src/calendars/poll-calendars.ts';
import { sql } from '../../../src/database/sql.ts';
import { addEvent, moveEvent } from '../../../src/sandbox/google/people/events.ts';
import { book } from '../../support/attendee.ts';
import {
  at,
  countCalls,
  makeWatched,
  offered,
  openAtGoogle,
  pushed,
  usePushedService,
} from './pushing.ts';

const theService = usePushedService();

test('an event that is dragged in Google takes its new time, and gives its old one back', async () => {
  const service = theService();
  const made = await makeWatched(service);
  const { world } = service.google;
  const event = { summary: 'Dentist', start: at('10:00'), end: at('10:30') };
  const { id } = addEvent(world, made.email, event);
  await pushed(service);
  const before = await offered(service, made);
  service.clock.advance(10_000);

  moveEvent(world, { calendarId: made.email, eventId: id }, at('14:00'));
  await pushed(service);

  const after = await offered(service, made);
  expect([before.includes('10:00'), before.includes('14:00')]).toEqual([false, true]);
  expect([after.includes('10:00'), after.includes('14:00')]).toEqual([true, false]);
});

test('a burst of changes is read together', async () => {
  const service = theService();
  const made = await makeWatched(service);
  const before = countCalls(service, 'freebusy.query');

  for (let minute = 10; minute < 40; minute++) {
    const event = { summary: 'Imported', start: at(`11:${minute}`), end: at('12:00') };
    addEvent(service.google.world, made.email, event);
    await Promise.resolve();
    await service.google.world.pushes.drain();
  }
  await pushed(service);

  expect(await offered(service, made)).not.toContain('11:30');
  expect(countCalls(service, 'freebusy.query') - before).toBeLessThanOrEqual(3);
});

test.each(['duplicate', 'reorder', 'straggler'] as const)(
  'messages that meet with %s do no harm',
  async (mishap) => {
    const service = theService();
    const made = await makeWatched(service);
    const { world } = service.google;
    world.switches.push[mishap] = true;

    for (const hour of ['10', '11', '12']) {
      const event = { summary: 'Visit', start: at(`${hour}:00`), end: at(`${hour}:30`) };
      addEvent(world, made.email, event);
      await Promise.resolve();
    }
    await pushed(service);

    const free = await offered(service, made);
    expect(free).not.toContain('10:00');
    expect(free).not.toContain('12:00');
    expect(free).toContain('13:00');
  },
);

test('what push loses the poll finds', async () => {
  const service = theService();
  const made = await makeWatched(service);
  const { world } = service.google;
  world.switches.push.drop = 100;
  addEvent(world, made.email, { summary: 'Dentist', start: at('10:00'), end: at('10:30') });
  await pushed(service);
  const before = await offered(service, made);
  service.clock.advance(600_000);

  await pollCalendars({
    ...service.parts,
    config: { ...service.parts.config, syncPollSeconds: 300 },
  });
  await pushed(service);

  expect(before).toContain('10:00');
  expect(await offered(service, made)).not.toContain('10:00');
});

test('a booking that is dragged in Google has moved a moment later', async () => {
  const service = theService();
  const made = await makeWatched(service);
  const { body } = await book(service, made, '2026-11-24T10:00:00+01:00');
  await pushed(service);
  service.clock.advance(10_000);
  const eventId = body.id.replaceAll('-', '');

  moveEvent(service.google.world, { calendarId: made.email, eventId }, at('15:00'));
  await pushed(service);

  const [booking] = await service.parts.database.query(sql`
    select starts_at from bookings where id = ${body.id}`);
  expect(booking).toEqual({ starts_at: at('15:00') });
});

test('the first message may come before Google’s answer', async () => {
  const service = theService();
  service.google.world.switches.syncBeforeReply = true;

  await makeWatched(service);

  const channels = await service.parts.database.query<{ resource: string; told: boolean }>(sql`
    select resource_id as resource, told_at is not null as told from channels`);
  expect(channels).toEqual([{ resource: openAtGoogle(service)[0]!.resourceId, told: true }]);
});

// What Google tells by push reaches the free times, whatever befalls the messages.
import { expect, test } from '@jest/globals';
import { addEvent, moveEvent } from '../../../src/sandbox/google/people/events.ts';
import { at, countCalls, makeWatched, offered, pushed, usePushedService } from './pushing.ts';

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

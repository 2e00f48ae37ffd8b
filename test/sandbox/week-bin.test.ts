// The bin, the way back from it.
import { expect, test } from '@jest/globals';
import { removeEvent } from '../../src/sandbox/google/people/events.ts';
import { mira, openSandbox, post, sam } from './open-sandbox.ts';
import { eventNamed, read } from './week-pages.ts';

const bin = `/calendar/${mira}/bin`;

test('a deleted event stands in the bin, and its button brings it back', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, mira, 'Physiotherapy');
  const place = { calendarId: mira, eventId: id };
  removeEvent(sandbox.world, place);
  const page = await read(sandbox, bin);

  const reply = await post(sandbox.url + bin, place);

  expect(page).toContain('Physiotherapy');
  expect(page).toMatch(/Deleted on 25 Nov 2026, 11:20 Europe\/Berlin/);
  expect(decodeURIComponent(reply.url)).toContain(`/calendar/${mira}?week=2026-11-24`);
  expect(eventNamed(sandbox.world, mira, 'Physiotherapy').status).toBe('confirmed');
  expect(await read(sandbox, bin)).toContain('The bin is empty.');
});

test('what another account deleted cannot be brought back', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, sam, 'Swimming');
  removeEvent(sandbox.world, { calendarId: sam, eventId: id });

  const reply = await post(sandbox.url + bin, { calendarId: sam, eventId: id });

  expect(reply.status).toBe(404);
  expect(eventNamed(sandbox.world, sam, 'Swimming').status).toBe('cancelled');
});

// Guests without an account answer by the mail that Google sent them.
import { expect, test } from '@jest/globals';
import { addEvent, removeEvent } from '../../src/sandbox/google/people/events.ts';
import type { World } from '../../src/sandbox/google/world.ts';
import { mira, openSandbox, post } from './open-sandbox.ts';
import { eventNamed, read } from './week-pages.ts';

const jo = 'jo@example.org';

function anInvitation(world: World): string {
  const { id } = addEvent(world, mira, {
    summary: 'Consultation',
    start: new Date('2026-11-26T13:00:00Z'),
    end: new Date('2026-11-26T13:30:00Z'),
    attendees: [{ email: jo }],
  });
  const query = new URLSearchParams({ calendarId: mira, eventId: id, guest: jo });
  return `/calendar/answer?${query.toString()}`;
}

test('an invitation to somebody without an account leads to the question', async () => {
  const sandbox = await openSandbox();
  const link = anInvitation(sandbox.world);

  const log = await read(sandbox, '/calendar/invitations');
  const page = await read(sandbox, link);

  expect(log).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
  expect(page).toContain('Will you come?');
  expect(page).toContain('14:00–14:30');
});

test('an invitation is told on its reader’s clocks', async () => {
  const sandbox = await openSandbox();

  const log = await read(sandbox, '/calendar/invitations');

  expect(log).toMatch(/Team meeting[^]*23 Nov 2026, 08:30 Europe\/London[^]*lea@example.com/);
});

test('the answer and its comment stand in the organiser’s calendar', async () => {
  const sandbox = await openSandbox();
  const link = anInvitation(sandbox.world);

  await post(sandbox.url + link, { answer: 'declined', comment: 'I am ill.' });

  expect(eventNamed(sandbox.world, mira, 'Consultation').attendees).toMatchObject([
    { email: jo, responseStatus: 'declined', comment: 'I am ill.' },
  ]);
});

test('an answer that says nothing is asked for again', async () => {
  const sandbox = await openSandbox();
  const link = anInvitation(sandbox.world);

  const reply = await post(sandbox.url + link, {});

  expect(reply.status).toBe(400);
  expect(await reply.text()).toContain('Say yes, maybe or no.');
});

test('nobody answers for an event that was called off, or without being asked', async () => {
  const sandbox = await openSandbox();
  const link = anInvitation(sandbox.world);
  const stranger = link.replace('jo%40', 'li%40');
  const { id } = eventNamed(sandbox.world, mira, 'Consultation');

  const before = await fetch(sandbox.url + stranger);
  removeEvent(sandbox.world, { calendarId: mira, eventId: id });
  const after = await fetch(sandbox.url + link);

  expect([before.status, after.status]).toEqual([404, 404]);
});

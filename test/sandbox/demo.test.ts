// The demo organiser's weeks.
import { expect, test } from '@jest/globals';
import { methods } from '../../src/sandbox/google/api/methods.ts';
import { spanOfWeek, weekOf } from '../../src/sandbox/google/week/dates.ts';
import { seenEvents } from '../../src/sandbox/google/week/events.ts';
import { lea, mira, openSandbox, sam } from './open-sandbox.ts';

test('the organiser has an ordinary week, with time left to book', async () => {
  const { world } = await openSandbox();

  const reply = methods['calendar.freebusy.query']!(world, {
    account: mira,
    params: {},
    body: {
      timeMin: '2026-11-26T00:00:00+01:00',
      timeMax: '2026-11-27T00:00:00+01:00',
      items: [{ id: mira }],
    },
  });

  expect(reply.body).toMatchObject({
    calendars: {
      [mira]: {
        busy: [
          { start: '2026-11-26T08:00:00Z', end: '2026-11-26T09:30:00Z' },
          { start: '2026-11-26T11:30:00Z', end: '2026-11-26T12:15:00Z' },
          { start: '2026-11-26T15:30:00Z', end: '2026-11-26T17:00:00Z' },
        ],
      },
    },
  });
});

test('the organiser is invited in every way: yes, maybe, no and not answered yet', async () => {
  const { world } = await openSandbox();
  const week = weekOf(null, world.clock(), 'Europe/Berlin');

  const events = seenEvents(world, world.state.accounts[mira]!, spanOfWeek(week));

  const standings = new Set(events.map(({ standing }) => standing));
  expect(standings).toEqual(new Set(['own', 'accepted', 'tentative', 'declined', 'needsAction']));
});

test('two more people have calendars, so that invitations can be answered', async () => {
  const { world } = await openSandbox();

  expect(Object.keys(world.state.accounts)).toEqual([mira, sam, lea]);
});

// Reading a calendar by its sync token: what is missed is made up for, and what fails changes nothing.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../../src/database/sql.ts';
import { expireSyncTokens } from '../../../src/sandbox/google/events/event-sync.ts';
import {
  addEvent,
  describeEvent,
  moveEvent,
  removeEvent,
  retitleEvent,
} from '../../../src/sandbox/google/people/events.ts';
import { until } from '../../support/until.ts';
import { primary } from '../calendar-room.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
beforeEach(async () => {
  room = await openFollowRoom();
});
afterEach(() => room.close());

const lists = () => room.countCalls(/^calendar\.events\.list$/);

test('a reading asks for what has changed, and for that only', async () => {
  addEvent(room.world, primary, { summary: 'Lunch', start: at(12), end: at(13) });
  const before = room.google.log.length;

  await room.read();

  const asked = room.google.log.slice(before).map(({ method }) => method);
  expect(asked).toEqual(['calendar.events.list']);
});

test('a reading of our own writing changes nothing, and asks for nothing more', async () => {
  const before = await room.booking();
  await room.read();

  expect(await room.booking()).toEqual(before);
  expect(await room.mails()).toEqual([]);
});

test('title and description are the organiser’s own', async () => {
  retitleEvent(room.world, room.place, 'Ada, knee');
  describeEvent(room.world, room.place, 'bring the X-ray');

  await room.read();

  expect(await room.booking()).toMatchObject({ revision: 1, startsAt: at(10) });
  expect(room.event()).toMatchObject({ summary: 'Ada, knee', description: 'bring the X-ray' });
  expect(await room.mails()).toEqual([]);
});

test('a move and a deletion between two readings are one deletion', async () => {
  moveEvent(room.world, room.place, at(14));
  removeEvent(room.world, room.place);

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled', startsAt: at(10) });
  expect(await room.mails()).toEqual(['cancelled']);
});

test('pages that are short, or empty, are read to the last', async () => {
  room.world.switches.shortPages = true;
  for (const hour of [7, 8, 9]) {
    addEvent(room.world, primary, { summary: 'Other', start: at(hour), end: at(hour, 30) });
  }
  moveEvent(room.world, room.place, at(14));
  const before = lists();

  await room.read();

  expect(lists() - before).toBeGreaterThan(3);
  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
});

test('a tombstone that says nothing but the id is a deletion', async () => {
  room.world.switches.bareTombstones = true;
  removeEvent(room.world, room.place);

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled' });
});

test('a token that serves no more means a full reading, in which what was missed is found', async () => {
  moveEvent(room.world, room.place, at(14));
  expireSyncTokens(room.world, primary);

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

test('a deletion that the full list does not tell of is found by a look of its own', async () => {
  moveEvent(room.world, room.place, new Date('2026-02-20T10:00:00Z'));
  removeEvent(room.world, room.place);
  expireSyncTokens(room.world, primary);

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled' });
  expect(await room.mails()).toEqual(['cancelled']);
});

test('an event that Google does not find is unknown, not gone', async () => {
  expireSyncTokens(room.world, primary);
  delete room.world.state.events[primary]![room.place.eventId];

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'confirmed' });
  expect(await room.mails()).toEqual([]);
});

test('an event that was moved to before the reading is found by a look of its own', async () => {
  moveEvent(room.world, room.place, new Date('2026-02-20T10:00:00Z'));
  expireSyncTokens(room.world, primary);

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: new Date('2026-02-20T10:00:00Z') });
});

test('a token that Google does not understand means a full reading', async () => {
  moveEvent(room.world, room.place, at(14));
  await room.parts.database.query(sql`update followed_calendars set sync_token = 'odd'`);

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
  expect(await room.syncState()).toMatchObject({ error: null });
});

test('a token that ends between two pages means a full reading', async () => {
  room.world.switches.shortPages = true;
  moveEvent(room.world, room.place, at(14));
  room.google.faults.add({ method: 'calendar.events.list', fault: 'fullSyncRequired', every: 2 });

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

test.each([
  'serviceUnavailable',
  'rateLimitExceeded',
  'notFound',
  'malformed',
  'html_502',
] as const)(
  'a reading that fails by %s changes nothing but what is known of the failure, and is made up for',
  async (fault) => {
    removeEvent(room.world, room.place);
    const { token } = (await room.syncState())!;
    room.google.faults.add({ method: 'calendar.events.list', fault, times: 'until_cleared' });
    await room.read();
    expect(await room.booking()).toMatchObject({ state: 'confirmed' });
    expect(await room.syncState()).toMatchObject({ token, error: expect.stringContaining(' ') });
    room.google.faults.clear();
    room.room.clock.advance(120_000);

    await room.read();

    expect(await room.booking()).toMatchObject({ state: 'cancelled' });
    expect(await room.syncState()).toMatchObject({ error: null });
    expect(await room.mails()).toEqual(['cancelled']);
  },
);

test('a deletion is not believed while the account’s other calendars cannot be asked', async () => {
  removeEvent(room.world, room.place);
  room.google.faults.add({
    method: 'calendar.calendarList.list',
    fault: 'serviceUnavailable',
    times: 2,
  });
  await room.read();
  const meanwhile = await room.booking();

  await room.read();

  expect(meanwhile).toMatchObject({ state: 'confirmed' });
  expect(await room.booking()).toMatchObject({ state: 'cancelled' });
});

test('an account that Google shuts us out of is not asked again until it is connected', async () => {
  moveEvent(room.world, room.place, at(14));
  room.google.oauth.revokeGrant(primary);
  room.google.oauth.expireAccessTokens();
  await room.read();
  const before = room.google.log.length;

  await room.read();

  expect(room.google.log.length).toBe(before);
  expect(await room.booking()).toMatchObject({ startsAt: at(10) });
});

test('a change that Google pushes before its own list knows it is looked for once more', async () => {
  moveEvent(room.world, room.place, at(14));
  room.world.switches.staleDeltas = 1;

  await room.read(true);

  expect(await room.booking()).toMatchObject({ startsAt: at(10) });
  const { calendarId } = room.room;
  expect(await room.room.listJobs()).toContain(`follow-calendar {"calendarId": "${calendarId}"}`);
  await room.read();
  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
});

test('readings at once are one after the other, and what follows follows once', async () => {
  moveEvent(room.world, room.place, at(14));

  await Promise.all([room.read(), room.read(), room.read(), room.read()]);

  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

test('what changes while a reading is under way is seen by the one that it wakes', async () => {
  room.google.faults.add({ method: 'calendar.events.list', fault: 'slow_body', delayMs: 500 });
  const first = room.read();
  await until(() => room.google.log.at(-1)?.method === 'calendar.events.list', 'Google is asked');
  moveEvent(room.world, room.place, at(14));

  await Promise.all([first, room.read()]);

  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
});

test('a reading that breaks off before its token is kept is done again, and finds done what was done', async () => {
  const { token } = (await room.syncState())!;
  moveEvent(room.world, room.place, at(14));
  await room.read();
  await room.parts.database.query(sql`update followed_calendars set sync_token = ${token}`);

  await room.read();

  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

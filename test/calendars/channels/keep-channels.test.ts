// Watch channels from their opening to their end, as Google has them.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listChannelsOf } from '../../../src/calendars/channels/channel-queries.ts';
import { keepChannels } from '../../../src/calendars/channels/keep-channels.ts';
import { receiveNotification } from '../../../src/calendars/channels/receive-notification.ts';
import { stopChannelsOf } from '../../../src/calendars/channels/stop-channels.ts';
import { sql } from '../../../src/database/sql.ts';
import { primary } from '../calendar-room.ts';
import { openSandboxRoom, type SandboxRoom } from '../sandbox-room.ts';

/** Nobody listens there: messages get lost, and a test tells what it wants to be told. */
const reachable = 'https://127.0.0.1:1';
const hour = 3_600_000;

let sandbox: SandboxRoom;
beforeEach(async () => {
  sandbox = await openSandboxRoom();
  sandbox.room.parts.config.publicUrl = reachable;
});
afterEach(() => sandbox.close());

const keep = () => keepChannels(sandbox.room.parts);
const asked = () => sandbox.google.log.filter(({ method }) => /watch|stop/.test(method));
/** Those that Google did. */
const calls = () =>
  asked()
    .filter(({ status }) => status! < 300)
    .map(({ method }) => method);
const atGoogle = () => sandbox.google.world.state.channels;
const openAtGoogle = () =>
  atGoogle().filter(
    ({ stoppedAt, expiration }) =>
      stoppedAt === undefined && expiration > sandbox.room.clock().getTime(),
  );
const shown = () => listChannelsOf(sandbox.room.parts.database, sandbox.room.accountId);
const query = (statement: ReturnType<typeof sql>) => sandbox.room.parts.database.query(statement);

/** What Google says of the channel, as the notification's route reads it. */
function message(channel = atGoogle().at(-1)!) {
  const { id, token, resourceId, expiration } = channel;
  const expiresAt = new Date(expiration);
  return { channelId: id, token: token!, resourceId, isGreeting: true, number: 1, expiresAt };
}

test('every calendar that counts as busy or receives bookings is watched, and no other', async () => {
  const { room, google } = sandbox;
  const secondary = google.world.addCalendar({ owner: primary, summary: 'Team' });
  const unticked = google.world.addCalendar({ owner: primary, summary: 'Birthdays' });
  for (const { id } of [secondary, unticked]) {
    await query(sql`
      insert into calendars (organiser_id, google_account_id, google_calendar_id, title, time_zone,
        access_role, is_primary, counts_as_busy)
      values (${room.organiserId}, ${room.accountId}, ${id}, 'x', 'UTC', 'owner', false, ${id === secondary.id})`);
  }

  await keep();

  const watched = openAtGoogle().map(({ calendarId }) => calendarId);
  expect(watched.toSorted()).toEqual([secondary.id, primary].toSorted());
});

test('a channel lasts as long as Google says, and is not opened twice', async () => {
  await keep();
  await keep();

  expect(calls()).toEqual(['calendar.events.watch']);
  expect(await shown()).toMatchObject([
    { state: 'open', expiresAt: new Date(atGoogle()[0]!.expiration), error: null },
  ]);
});

test('well before a channel ends, a new one takes over and the old one is stopped', async () => {
  await keep();
  sandbox.room.clock.advance(125 * hour);
  await keep();
  const early = calls();
  sandbox.room.clock.advance(hour);

  await keep();

  expect(early).toEqual(['calendar.events.watch']);
  expect(calls()).toEqual([
    'calendar.events.watch',
    'calendar.events.watch',
    'calendar.channels.stop',
  ]);
  expect(openAtGoogle()).toEqual([atGoogle()[1]]);
});

test('where no new channel is to be had the old one stays to its end', async () => {
  await keep();
  sandbox.google.faults.add({
    method: 'calendar.events.watch',
    fault: 'backendError',
    times: 'until_cleared',
  });
  sandbox.room.clock.advance(130 * hour);

  await keep();

  expect(openAtGoogle()).toHaveLength(1);
  expect(await shown()).toMatchObject([{ state: 'open' }]);
});

test('a calendar that is not wanted any more is not watched any more', async () => {
  await keep();
  await query(sql`update calendars set counts_as_busy = false`);
  await query(sql`update organisers set booking_calendar_id = null`);

  await keep();

  expect(openAtGoogle()).toEqual([]);
  expect(await shown()).toEqual([]);
});

test('a calendar that was taken away here is not watched any more', async () => {
  await keep();
  await query(sql`delete from calendars`);

  await keep();

  expect(openAtGoogle()).toEqual([]);
});

test('an account that goes has its channels stopped first', async () => {
  await keep();

  await stopChannelsOf(sandbox.room.parts, sandbox.room.accountId);

  expect(openAtGoogle()).toEqual([]);
  expect(await query(sql`select id from channels`)).toEqual([]);
});

test('an account goes although Google does not answer', async () => {
  await keep();
  sandbox.google.faults.add({ method: 'calendar.channels.stop', fault: 'reset' });

  await stopChannelsOf(sandbox.room.parts, sandbox.room.accountId);

  expect(await query(sql`select id from channels`)).toEqual([]);
});

test('a channel that Google opens for an account that goes at that moment is stopped', async () => {
  const { parts } = sandbox.room;
  const watchEvents: typeof parts.google.watchEvents = async (...call) => {
    const answer = await parts.google.watchEvents(...call);
    await stopChannelsOf(parts, sandbox.room.accountId);
    return answer;
  };

  await keepChannels({ ...parts, google: { ...parts.google, watchEvents } });

  expect(calls()).toEqual(['calendar.events.watch', 'calendar.channels.stop']);
  expect(openAtGoogle()).toEqual([]);
});

test('a stop that fails is made up for', async () => {
  await keep();
  await query(sql`update calendars set counts_as_busy = false`);
  await query(sql`update organisers set booking_calendar_id = null`);
  sandbox.google.faults.add({ method: 'calendar.channels.stop', fault: 'backendError' });

  await keep();
  await keep();

  expect(openAtGoogle()).toEqual([]);
});

test('a channel that Google knows no more is forgotten', async () => {
  await keep();
  atGoogle().length = 0;
  await query(sql`delete from calendars`);

  await keep();

  expect(await query(sql`select id from channels`)).toEqual([]);
});

test('an address that Google does not push to leaves the account connected, and is not tried for a day', async () => {
  sandbox.room.parts.config.publicUrl = 'https://book.example.com';

  await keep();
  const first = asked().length;
  sandbox.room.clock.advance(23 * hour);
  await keep();

  expect(asked()).toHaveLength(first);
  expect(await query(sql`select state, last_error from google_accounts`)).toEqual([
    { state: 'connected', last_error: null },
  ]);
  expect(await shown()).toMatchObject([
    { state: 'refused', error: 'Google answered 401 push.webhookUrlUnauthorized' },
  ]);
  sandbox.room.clock.advance(2 * hour);
  await keep();
  expect(asked().length).toBeGreaterThan(first);
});

test('another address of ours is tried at once', async () => {
  sandbox.room.parts.config.publicUrl = 'https://book.example.com';
  await keep();
  sandbox.room.parts.config.publicUrl = reachable;

  await keep();

  expect(await shown()).toMatchObject([{ state: 'open', error: null }]);
});

test('a channel to an address that was ours gives way to one to the present address', async () => {
  await keep();
  sandbox.room.parts.config.publicUrl = 'https://127.0.0.1:2';

  await keep();

  const addresses = openAtGoogle().map(({ address }) => address);
  expect(addresses).toEqual(['https://127.0.0.1:2/google/notifications']);
});

test('where Google cannot reach us nothing is watched, and what was is stopped', async () => {
  await keep();
  const { config } = sandbox.room.parts;
  config.publicUrl = 'http://book.example.com';
  config.google = { clientId: 'client', clientSecret: 'secret', baseUrl: null };

  await keep();

  expect(openAtGoogle()).toEqual([]);
  expect(calls()).toEqual(['calendar.events.watch', 'calendar.channels.stop']);
});

test('a calendar that Google does not answer for is tried ever less often', async () => {
  const fault = 'backendError' as const;
  sandbox.google.faults.add({ method: 'calendar.events.watch', fault, times: 'until_cleared' });

  for (let minute = 0; minute < 120; minute++) {
    await keep();
    sandbox.room.clock.advance(60_000);
  }

  expect(asked().length).toBeGreaterThan(5);
  expect(asked().length).toBeLessThan(20);
});

test('Google’s request for fewer calls holds for channels too', async () => {
  const fault = 'rateLimitExceeded' as const;
  sandbox.google.faults.add({ method: 'calendar.events.watch', fault, times: 'until_cleared' });
  await keep();
  const first = asked().length;
  sandbox.room.clock.advance(59_000);
  await keep();
  const second = asked().length;
  sandbox.google.faults.clear();
  sandbox.room.clock.advance(60_000);

  await keep();

  expect(second).toBe(first);
  expect(openAtGoogle()).toHaveLength(1);
});

test('a lost answer is made up for by the first message', async () => {
  const fault = 'commit_then_reset' as const;
  sandbox.google.faults.add({ method: 'calendar.events.watch', fault });
  await keep();

  await receiveNotification(sandbox.room.parts, message());

  const { resourceId, expiration } = atGoogle()[0]!;
  expect(await query(sql`select resource_id, expires_at from channels`)).toEqual([
    { resource_id: resourceId, expires_at: new Date(expiration) },
  ]);
  sandbox.room.clock.advance(hour);
  await keep();
  expect(asked()).toHaveLength(1);
});

test('a channel whose answer was lost is replaced, and stopped as soon as it speaks', async () => {
  const fault = 'commit_then_reset' as const;
  sandbox.google.faults.add({ method: 'calendar.events.watch', fault });
  await keep();
  sandbox.room.clock.advance(5 * 60_000);
  await keep();
  const open = openAtGoogle().length;

  await receiveNotification(sandbox.room.parts, message(atGoogle()[0]));
  await keep();

  expect(open).toBe(2);
  expect(openAtGoogle()).toEqual([atGoogle()[1]]);
});

test('an account that needs reconnecting keeps its channels, and has them again afterwards', async () => {
  await keep();
  await query(sql`update google_accounts set state = 'needs_reconnect'`);
  await keep();
  await query(sql`update google_accounts set state = 'connected'`);

  await keep();

  expect(calls()).toEqual(['calendar.events.watch']);
});

test('two processes open one channel', async () => {
  const { parts } = sandbox.room;
  const other = { ...parts, database: { ...parts.database } };

  await Promise.all([keepChannels(parts), keepChannels(other)]);

  expect(calls()).toEqual(['calendar.events.watch']);
});

test('an organiser who was switched off is not watched', async () => {
  await keep();
  await query(sql`update organisers set disabled_at = ${sandbox.room.clock()}`);

  await keep();

  expect(openAtGoogle()).toEqual([]);
});

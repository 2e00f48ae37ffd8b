import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, plain, tuesdayNine } from './a-world.ts';

type Received = { headers: IncomingHttpHeaders; body: string; method: string | undefined };

let received: Received[];
/** Statuses of the next replies; 204 when there is none. */
let replies: number[];
let address: string;
const server = createServer((request, response) => {
  const { method, headers } = request;
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    received.push({ method, headers, body });
    response.writeHead(replies.shift() ?? 204).end();
  });
});

beforeEach(async () => {
  received = [];
  replies = [];
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/google/notifications`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function aWatchedWorld() {
  const { world, clock } = aWorld({ retryDelaysMs: [1, 1] });
  return { world, clock, me: as(world, ada) };
}

function watch(world: World, more: object = {}) {
  const body = { id: 'channel-1', type: 'web_hook', address, token: 'secret', ...more };
  return plain(as(world, ada).ask('events.watch', {}, body).body) as Record<string, string>;
}

/** Everything that the world has to tell so far is delivered. */
async function delivered(world: World) {
  await Promise.resolve();
  await world.pushes.drain();
  return received.map(({ headers }) => Number(headers['x-goog-message-number']));
}

test('the first message is sync, number 1, empty, with exact headers', async () => {
  const { world } = aWatchedWorld();
  const { resourceId, resourceUri } = watch(world);

  await delivered(world);

  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({
    method: 'POST',
    body: '',
    headers: {
      'content-length': '0',
      'x-goog-channel-id': 'channel-1',
      'x-goog-channel-token': 'secret',
      'x-goog-channel-expiration': 'Mon, 08 Mar 2027 08:00:00 GMT',
      'x-goog-message-number': '1',
      'x-goog-resource-id': resourceId,
      'x-goog-resource-state': 'sync',
      'x-goog-resource-uri': resourceUri,
    },
  });
});

test('a channel without a token sends none', async () => {
  const { world } = aWatchedWorld();
  watch(world, { token: undefined });

  await delivered(world);

  expect(received[0]!.headers).not.toHaveProperty('x-goog-channel-token');
});

test('each commit tells once that something exists, with rising numbers that leave gaps', async () => {
  const { world, me } = aWatchedWorld();
  watch(world);

  for (const id of ['event1', 'event2', 'event3']) {
    me.insert({ ...tuesdayNine, id });
    await delivered(world);
  }

  const numbers = await delivered(world);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(numbers).toHaveLength(4);
  expect(numbers.at(-1)).toBeGreaterThan(4);
  expect(received.at(-1)!.headers['x-goog-resource-state']).toBe('exists');
});

test('a change on another calendar is not told', async () => {
  const { world } = aWatchedWorld();
  const { id: calendarId } = world.addCalendar({ owner: ada, summary: 'Practice' });
  watch(world);

  as(world, ada).insert(tuesdayNine, { calendarId });

  expect(await delivered(world)).toEqual([1]);
});

test('the sync message can overtake the reply to watch', async () => {
  const { world, me } = aWatchedWorld();
  world.switches.syncBeforeReply = true;
  const body = { id: 'channel-1', type: 'web_hook', address };

  const reply = me.ask('events.watch', {}, body);
  await reply.before;

  expect(received).toHaveLength(1);
});

test('a failing receiver is tried again, a refusing one is not', async () => {
  const { world, me } = aWatchedWorld();
  replies = [503, 500, 204, 404];
  watch(world);
  const greeted = await delivered(world);

  me.insert(tuesdayNine);
  const all = await delivered(world);

  expect(greeted).toEqual([1, 1, 1]);
  expect(all).toHaveLength(4);
});

test('a receiver that stays broken is given up', async () => {
  const { world } = aWatchedWorld();
  replies = [500, 500, 500, 500, 500];
  watch(world);

  expect(await delivered(world)).toEqual([1, 1, 1]);
});

test('messages are lost, doubled and turned round where switches say so', async () => {
  const { world, me } = aWatchedWorld();
  const { push } = world.switches;
  watch(world);
  await delivered(world);
  const numbersAfter = async (...ids: string[]) => {
    received = [];
    for (const id of ids) {
      me.insert({ ...tuesdayNine, id });
      await Promise.resolve();
    }
    return delivered(world);
  };

  push.drop = 1;
  const lost = await numbersAfter('event1');
  push.duplicate = true;
  const doubled = await numbersAfter('event2');
  Object.assign(push, { duplicate: false, reorder: true });
  const turned = await numbersAfter('event3', 'event4');

  expect(lost).toEqual([]);
  expect(doubled).toHaveLength(2);
  expect(new Set(doubled).size).toBe(1);
  expect(turned).toEqual(turned.toSorted((a, b) => b - a));
  expect(turned).toHaveLength(2);
});

test('a delayed message comes late, and never after the world is closed', async () => {
  const { world } = aWatchedWorld();
  world.switches.push.delayMs = 60_000;
  watch(world);

  await world.close();

  expect(received).toEqual([]);
});

test('an expired channel falls silent', async () => {
  const { world, clock, me } = aWatchedWorld();
  watch(world, { params: { ttl: '3600' } });
  clock.set('2027-03-01T09:00:00Z');

  me.insert(tuesdayNine);

  expect(await delivered(world)).toEqual([1]);
});

test('a stopped channel is told nothing more, or one thing more where the switch says so', async () => {
  const { world, me } = aWatchedWorld();
  const first = watch(world);
  const second = watch(world, { id: 'channel-2' });
  await delivered(world);
  received = [];

  me.ask('channels.stop', {}, { id: first['id'], resourceId: first['resourceId'] });
  world.switches.push.straggler = true;
  me.ask('channels.stop', {}, { id: second['id'], resourceId: second['resourceId'] });
  me.insert(tuesdayNine);
  await delivered(world);
  me.insert(tuesdayNine);
  await delivered(world);

  expect(received.map(({ headers }) => headers['x-goog-channel-id'])).toEqual(['channel-2']);
});

test('channels live on in a snapshot', async () => {
  const { world, clock } = aWatchedWorld();
  watch(world);
  await delivered(world);

  const another = createWorld({ clock, snapshot: world.toSnapshot() });
  as(another, ada).insert(tuesdayNine);
  const numbers = await delivered(another);

  expect(numbers).toHaveLength(2);
});

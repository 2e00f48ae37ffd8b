import { expect, test } from '@jest/globals';
import type { World } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, ben, plain, refusal, tuesdayNine } from './a-world.ts';

const address = 'https://127.0.0.1/google/notifications';

/** A world that delivers nothing. */
function aWatchedWorld() {
  const { world } = aWorld({ deliver: () => Promise.resolve(204) });
  return { world, me: as(world, ada) };
}

function watch(world: World, more: object = {}) {
  const body = { id: 'channel-1', type: 'web_hook', address, token: 'secret', ...more };
  return plain(as(world, ada).ask('events.watch', {}, body).body) as Record<string, string>;
}

test('a channel says what Google says: resource, and an expiration as text', () => {
  const { world } = aWatchedWorld();

  const channel = watch(world);

  expect(channel).toEqual({
    kind: 'api#channel',
    id: 'channel-1',
    resourceId: expect.stringMatching(/^[\w-]{27}$/),
    resourceUri:
      'https://www.googleapis.com/calendar/v3/calendars/ada%40example.com/events?alt=json',
    token: 'secret',
    expiration: String(Date.parse('2027-03-08T08:00:00Z')),
  });
});

test('an expiration is capped at thirty days', () => {
  const { world } = aWatchedWorld();

  const { expiration } = watch(world, { expiration: String(Date.parse('2028-01-01T00:00:00Z')) });

  expect(expiration).toBe(String(Date.parse('2027-03-31T08:00:00Z')));
});

test('stop needs the channel and its resource, and the account that opened it', () => {
  const { world, me } = aWatchedWorld();
  const { id, resourceId } = watch(world);
  const stop =
    (body: object, account = ada) =>
    () =>
      as(world, account).ask('channels.stop', {}, body);

  const said = [
    refusal(stop({ id, resourceId: 'another' })),
    refusal(stop({ id: 'another', resourceId })),
    refusal(stop({ id, resourceId }, 'ben@example.org')),
    refusal(() => me.ask('channels.stop', {}, { id, resourceId })),
    refusal(() => me.ask('channels.stop', {}, { id, resourceId })),
  ];

  expect(said).toEqual([
    '404 notFound',
    '404 notFound',
    '404 notFound',
    'accepted',
    '404 notFound',
  ]);
});

test.each([
  ['http://example.com/hook', '400 push.webhookUrlNotHttps'],
  ['https://example.com/hook', '401 push.webhookUrlUnauthorized'],
  ['not an address', '400 push.webhookUrlNotHttps'],
  ['https://127.0.0.1/hook', 'accepted'],
  ['http://localhost:1/hook', 'accepted'],
])('the address %s is %s', (address, said) => {
  const { world } = aWatchedWorld();

  expect(refusal(() => watch(world, { address }))).toBe(said);
});

test('a channel id is used once', () => {
  const { world } = aWatchedWorld();
  watch(world);

  expect(refusal(() => watch(world))).toBe('400 channelIdNotUnique');
  expect(refusal(() => watch(world, { id: 'x'.repeat(65) }))).toBe('400 invalid');
});

test('a channel falls silent when its account may no longer see the calendar', async () => {
  const told: string[] = [];
  const deliver = ({ headers }: { headers: Record<string, string> }) => {
    told.push(headers['X-Goog-Resource-State']!);
    return Promise.resolve(204);
  };
  const { world } = aWorld({ deliver });
  world.share(ada, ben, 'reader');
  as(world, ben).ask('events.watch', { calendarId: ada }, { id: 'b', type: 'web_hook', address });

  as(world, ada).insert(tuesdayNine);
  await settled(world);
  world.share(ada, ben, 'none');
  as(world, ada).insert(tuesdayNine);
  await settled(world);

  expect(told).toEqual(['sync', 'exists']);
});

async function settled(world: World): Promise<void> {
  await Promise.resolve();
  await world.pushes.drain();
}

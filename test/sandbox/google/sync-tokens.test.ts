import { expect, test } from '@jest/globals';
import { expireSyncTokens } from '../../../src/sandbox/google/events/event-sync.ts';
import type { World } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, refusal, tuesdayNine } from './a-world.ts';

function withEvents(world: World, count: number) {
  const me = as(world, ada);
  for (let index = 1; index <= count; index += 1)
    me.insert({ ...tuesdayNine, id: `event${index}` });
  return me;
}

test.each([
  ['iCalUID', 'event1@google.com'],
  ['orderBy', 'updated'],
  ['privateExtendedProperty', ['a=1']],
  ['q', 'check'],
  ['sharedExtendedProperty', ['a=1']],
  ['timeMin', '2027-03-01T00:00:00Z'],
  ['timeMax', '2027-03-01T00:00:00Z'],
  ['updatedMin', '2027-03-01T00:00:00Z'],
  ['showDeleted', 'false'],
])('a sync token together with %s is refused', (name, value) => {
  const { world } = aWorld();
  const me = withEvents(world, 1);
  const syncToken = me.list().nextSyncToken!;

  expect(refusal(() => me.list({ syncToken, [name]: value }))).toBe('400 invalid');
});

test('a sync or page token with other parameters than its first call is refused', () => {
  const { world } = aWorld();
  const me = withEvents(world, 2);
  const syncToken = me.list().nextSyncToken!;
  const pageToken = me.list({ maxResults: '1' }).nextPageToken!;

  const said = [
    refusal(() => me.list({ syncToken, singleEvents: 'true' })),
    refusal(() => me.list({ pageToken, q: 'check' })),
    refusal(() => me.list({ syncToken: 'nonsense' })),
    refusal(() => me.list({ pageToken: 'nonsense' })),
  ];

  expect(said).toEqual(['400 invalid', '400 invalid', '400 invalid', '400 invalid']);
});

test.each([{ orderBy: 'updated' }, { q: 'x' }, { updatedMin: '2027-02-25T00:00:00Z' }])(
  'a list with %j gives no sync token',
  (params) => {
    const { world } = aWorld();
    const me = withEvents(world, 1);

    expect(me.list(params).nextSyncToken).toBeUndefined();
  },
);

test('expired tokens need a full sync', () => {
  const { world } = aWorld();
  const me = withEvents(world, 1);
  const syncToken = me.list().nextSyncToken!;

  expireSyncTokens(world, ada);

  expect(refusal(() => me.list({ syncToken }))).toBe('410 fullSyncRequired');
  expect(refusal(() => me.list({ syncToken: me.list().nextSyncToken! }))).toBe('accepted');
});

test('a token from after the moment that the world was set back to needs a full sync', () => {
  const { world } = aWorld();
  const snapshot = world.toSnapshot();
  const syncToken = withEvents(world, 1).list().nextSyncToken!;

  world.restore(snapshot);

  expect(refusal(() => as(world, ada).list({ syncToken }))).toBe('410 fullSyncRequired');
});

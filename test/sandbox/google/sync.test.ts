import { expect, test } from '@jest/globals';
import type { World } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, ben, refusal, tuesdayNine, type Listing } from './a-world.ts';

function withEvents(world: World, count: number) {
  const me = as(world, ada);
  for (let index = 1; index <= count; index += 1)
    me.insert({ ...tuesdayNine, id: `event${index}` });
  return me;
}

function ids({ items }: Listing) {
  return items.map(({ id, status }) => (status === 'cancelled' ? `-${id}` : id));
}

/** All pages, and the token on the last. */
function walk(me: ReturnType<typeof as>, params: Record<string, string>) {
  const pages: Listing[] = [];
  let pageToken: string | undefined;
  do {
    const page = me.list({ ...params, ...(pageToken === undefined ? {} : { pageToken }) });
    pages.push(page);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && pages.length < 50);
  return pages;
}

test('the sync token comes with the last page only', () => {
  const { world } = aWorld();
  const me = withEvents(world, 5);

  const pages = walk(me, { maxResults: '2' });

  expect(pages.map(ids)).toEqual([['event1', 'event2'], ['event3', 'event4'], ['event5']]);
  expect(pages.map(({ nextSyncToken }) => typeof nextSyncToken)).toEqual([
    'undefined',
    'undefined',
    'string',
  ]);
});

test('a delta brings what was added, changed and deleted since, and a token for the next', () => {
  const { world } = aWorld();
  const me = withEvents(world, 3);
  const first = me.list();
  me.insert({ ...tuesdayNine, id: 'event4' });
  me.patch('event2', { summary: 'Another' });
  me.remove('event3');

  const delta = me.list({ syncToken: first.nextSyncToken! });
  const quiet = me.list({ syncToken: delta.nextSyncToken! });

  expect(ids(delta)).toEqual(['event2', '-event3', 'event4']);
  expect(ids(quiet)).toEqual([]);
});

test('a full list has no tombstones unless asked', () => {
  const { world } = aWorld();
  const me = withEvents(world, 2);
  me.remove('event1');

  expect([ids(me.list()), ids(me.list({ showDeleted: 'true' }))]).toEqual([
    ['event2'],
    ['-event1', 'event2'],
  ]);
});

test('a tombstone keeps the details, that of an instance only what names it', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'event1', summary: 'Check-up' });
  me.insert({ ...tuesdayNine, id: 'seri1', recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] });
  const { nextSyncToken } = me.list();
  me.remove('event1');
  me.remove('seri1_20270303T080000Z');

  const { items } = me.list({ syncToken: nextSyncToken! });

  expect(items[0]).toMatchObject({ status: 'cancelled', summary: 'Check-up' });
  expect(Object.keys(items[1]!).toSorted()).toEqual([
    'etag',
    'id',
    'kind',
    'originalStartTime',
    'recurringEventId',
    'status',
  ]);
});

test('tombstones may be bare', () => {
  const { world } = aWorld();
  const me = withEvents(world, 1);
  const { nextSyncToken } = me.list();
  me.remove('event1');
  world.switches.bareTombstones = true;

  const { items } = me.list({ syncToken: nextSyncToken! });

  expect(items).toEqual([{ id: 'event1', status: 'cancelled' }]);
});

test('a change that comes in between two pages is in the next delta', () => {
  const { world } = aWorld();
  const me = withEvents(world, 3);
  const first = me.list({ maxResults: '2' });
  me.patch('event1', { summary: 'Another' });
  const last = me.list({ maxResults: '2', pageToken: first.nextPageToken! });

  const delta = me.list({ syncToken: last.nextSyncToken! });

  expect(ids(last)).toEqual(['event3']);
  expect(ids(delta)).toEqual(['event1']);
});

test('pages may be short and even empty, and still lead to the end', () => {
  const { world } = aWorld();
  const me = withEvents(world, 3);
  world.switches.shortPages = true;

  const pages = walk(me, {});

  expect(pages.map(ids)).toEqual([[], ['event1'], ['event2'], ['event3']]);
  expect(pages.at(-1)!.nextSyncToken).toBeDefined();
});

test('a stale delta is empty once and loses nothing', () => {
  const { world } = aWorld();
  const me = withEvents(world, 1);
  const first = me.list();
  me.patch('event1', { summary: 'Another' });
  world.switches.staleDeltas = 1;

  const stale = me.list({ syncToken: first.nextSyncToken! });
  const fresh = me.list({ syncToken: stale.nextSyncToken! });

  expect([ids(stale), ids(fresh)]).toEqual([[], ['event1']]);
});

test('a first call with timeMin may be followed, and is then told of what lies outside', () => {
  const { world } = aWorld();
  const me = withEvents(world, 1);
  const { nextSyncToken } = me.list({ timeMin: '2027-04-01T00:00:00Z' });
  me.patch('event1', { summary: 'Another' });

  expect(ids(me.list({ syncToken: nextSyncToken! }))).toEqual(['event1']);
});

test('updatedMin brings deleted events too, and may not lie too far back', () => {
  const { world, clock } = aWorld();
  const me = withEvents(world, 2);
  clock.set('2027-03-01T09:00:00Z');
  me.remove('event1');

  expect(ids(me.list({ updatedMin: '2027-03-01T08:30:00Z' }))).toEqual(['-event1']);
  expect(refusal(() => me.list({ updatedMin: '2026-12-01T00:00:00Z' }))).toBe(
    '410 updatedMinTooLongAgo',
  );
});

test("a guest's answer is news to the organiser's mirror", () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'event1', attendees: [{ email: ben }] });
  const { nextSyncToken } = me.list();
  as(world, ben).patch('event1', { attendees: [{ email: ben, responseStatus: 'declined' }] });

  const { items } = me.list({ syncToken: nextSyncToken! });

  expect(items[0]!.attendees).toMatchObject([{ email: ben, responseStatus: 'declined' }]);
});

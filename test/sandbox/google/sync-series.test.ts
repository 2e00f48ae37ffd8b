import { expect, test } from '@jest/globals';
import { ada, aWorld, as, tuesdayNine, type Listing } from './a-world.ts';

const daily = { ...tuesdayNine, id: 'seri1', recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] };

function ids({ items }: Listing) {
  return items.map(({ id, status }) => (status === 'cancelled' ? `-${id}` : id)).toSorted();
}

test('a mirror of single events learns of the instances that a changed series gains and loses', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(daily);
  const { nextSyncToken } = me.list({ singleEvents: 'true' });

  me.patch('seri1', { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] });

  const delta = me.list({ singleEvents: 'true', syncToken: nextSyncToken! });
  expect(ids(delta)).toEqual([
    '-seri1_20270303T080000Z',
    'seri1_20270302T080000Z',
    'seri1_20270309T080000Z',
  ]);
});

test('a mirror of single events learns that every instance of a deleted series is gone', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(daily);
  const { nextSyncToken } = me.list({ singleEvents: 'true' });

  me.remove('seri1');

  const delta = me.list({ singleEvents: 'true', syncToken: nextSyncToken! });
  expect(ids(delta)).toEqual(['-seri1_20270302T080000Z', '-seri1_20270303T080000Z']);
});

test('a mirror of single events learns that an event has become a series', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'event1' });
  const { nextSyncToken } = me.list({ singleEvents: 'true' });

  me.patch('event1', { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] });

  const delta = me.list({ singleEvents: 'true', syncToken: nextSyncToken! });
  expect(ids(delta)).toEqual(['-event1', 'event1_20270302T080000Z', 'event1_20270303T080000Z']);
});

test('a mirror of series learns of exceptions by themselves', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(daily);
  const { nextSyncToken } = me.list();
  me.patch('seri1_20270303T080000Z', { summary: 'Special' });

  const delta = me.list({ syncToken: nextSyncToken! });

  expect(ids(delta)).toEqual(['seri1_20270303T080000Z']);
});

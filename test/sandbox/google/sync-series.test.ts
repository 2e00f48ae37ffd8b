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
  expect(delta.items.find(({ status }) => status === 'cancelled')).toMatchObject({
    recurringEventId: 'seri1',
    originalStartTime: { dateTime: '2027-03-03T09:00:00+01:00' },
  });
});

test('an instance that was lost and came back is not told as gone', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(daily);
  const { nextSyncToken } = me.list({ singleEvents: 'true' });

  me.patch('seri1', { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=1'] });
  me.patch('seri1', { recurrence: daily.recurrence });

  const delta = me.list({ singleEvents: 'true', syncToken: nextSyncToken! });
  expect(ids(delta)).toEqual(['seri1_20270302T080000Z', 'seri1_20270303T080000Z']);
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
  expect(delta.items.find(({ id }) => id === 'event1')!.recurringEventId).toBeUndefined();
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

test('a mirror of single events learns of a plain event by its own id', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'event1' });
  const { nextSyncToken } = me.list({ singleEvents: 'true' });

  me.patch('event1', { summary: 'Another' });

  const delta = me.list({ singleEvents: 'true', syncToken: nextSyncToken! });
  expect(ids(delta)).toEqual(['event1']);
});

test('a mirror of single events with a window is told of the instances in it', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'seri1', recurrence: ['RRULE:FREQ=WEEKLY'] });
  const window = { timeMin: '2027-03-10T00:00:00Z', timeMax: '2027-03-24T00:00:00Z' };
  const { nextSyncToken } = me.list({ singleEvents: 'true', ...window });

  me.patch('seri1', { summary: 'Another' });

  const delta = me.list({ singleEvents: 'true', syncToken: nextSyncToken! });
  expect(ids(delta)).toEqual(['seri1_20270316T080000Z', 'seri1_20270323T080000Z']);
});

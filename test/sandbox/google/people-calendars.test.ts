import { expect, test } from '@jest/globals';
import {
  changeCalendarTimeZone,
  removeCalendar,
  shareCalendar,
  unshareCalendar,
} from '../../../src/sandbox/google/people/calendars.ts';
import type { World } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, ben, plain, refusal, tuesdayNine, type Listing } from './a-world.ts';

function aPractice() {
  const { world } = aWorld();
  const { id } = world.addCalendar({ owner: ada, summary: 'Practice' });
  return { world, id };
}

function listOf(world: World, account: string, params = {}) {
  return plain(as(world, account).ask('calendarList.list', params).body) as Listing;
}

test('a shared calendar stands in the other’s list until that is taken back', () => {
  const { world, id } = aPractice();

  shareCalendar(world, id, ben, 'reader');
  const shared = listOf(world, ben).items.map(({ id }) => id);
  unshareCalendar(world, id, ben);
  const after = listOf(world, ben).items.map(({ id }) => id);

  expect(shared).toEqual([ben, id]);
  expect(after).toEqual([ben]);
});

test('a removed calendar is found by nobody, and not by a free/busy query', () => {
  const { world, id } = aPractice();
  shareCalendar(world, id, ben, 'reader');
  as(world, ada).insert(tuesdayNine, { calendarId: id });

  removeCalendar(world, id);

  const busy = as(world, ada).ask(
    'freebusy.query',
    {},
    {
      timeMin: '2027-03-01T00:00:00Z',
      timeMax: '2027-03-08T00:00:00Z',
      items: [{ id }],
    },
  );
  expect(refusal(() => as(world, ada).list({ calendarId: id }))).toBe('404 notFound');
  expect(refusal(() => as(world, ben).list({ calendarId: id }))).toBe('404 notFound');
  expect(plain(busy.body)).toMatchObject({
    calendars: { [id]: { busy: [], errors: [{ reason: 'notFound' }] } },
  });
});

test.each([ada, ben])(
  '%s learns at the next sync of the list that a calendar is gone',
  (reader) => {
    const { world, id } = aPractice();
    shareCalendar(world, id, ben, 'reader');
    const { nextSyncToken } = listOf(world, reader);

    removeCalendar(world, id);

    const { items } = listOf(world, reader, { syncToken: nextSyncToken });
    expect(items).toMatchObject([{ id, deleted: true }]);
  },
);

test('a primary calendar cannot be removed', () => {
  const { world } = aPractice();

  expect(refusal(() => removeCalendar(world, ada))).toBe('403 forbidden');
});

test('in another zone a whole day lies elsewhere in time', () => {
  const { world } = aPractice();
  as(world, ada).insert({ start: { date: '2027-03-02' }, end: { date: '2027-03-03' } });

  changeCalendarTimeZone(world, ada, 'Asia/Tokyo');

  const busy = as(world, ada).busy({
    timeMin: '2027-03-01T00:00:00Z',
    timeMax: '2027-03-04T00:00:00Z',
  });
  expect(busy).toEqual(['2027-03-01T15:00:00Z 2027-03-02T15:00:00Z']);
});

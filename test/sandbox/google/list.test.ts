import { expect, test } from '@jest/globals';
import { ada, aWorld, as, refusal } from './a-world.ts';

function timed(id: string, start: string, end: string, more: object = {}) {
  return { id, start: { dateTime: start }, end: { dateTime: end }, ...more };
}

const early = timed('earl1', '2027-03-02T08:00:00Z', '2027-03-02T09:00:00Z');
const late = timed('later', '2027-03-02T10:00:00Z', '2027-03-02T11:00:00Z');

function idsOf({ items }: { items: { id: string }[] }) {
  return items.map(({ id }) => id);
}

test('timeMin bounds the end and timeMax the start, both exclusive', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(early);
  me.insert(late);

  const found = [
    me.list({ timeMin: '2027-03-02T09:00:00Z' }),
    me.list({ timeMin: '2027-03-02T08:59:00Z' }),
    me.list({ timeMax: '2027-03-02T10:00:00Z' }),
    me.list({ timeMax: '2027-03-02T10:01:00Z' }),
  ].map(idsOf);

  expect(found).toEqual([['later'], ['earl1', 'later'], ['earl1'], ['earl1', 'later']]);
});

test('ordering by start needs single events', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(late);
  me.insert(early);

  const ordered = me.list({ orderBy: 'startTime', singleEvents: 'true' });

  expect(idsOf(ordered)).toEqual(['earl1', 'later']);
  expect(refusal(() => me.list({ orderBy: 'startTime' }))).toBe('400 invalid');
});

test('ordering by update puts the latest change last', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(early);
  me.insert(late);
  me.patch('earl1', { summary: 'Changed' });

  expect(idsOf(me.list({ orderBy: 'updated' }))).toEqual(['later', 'earl1']);
});

test('events are found by private property, iCalUID, words and kind', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...early, extendedProperties: { private: { bookingId: '7' } }, summary: 'Check-up' });
  me.insert({ ...late, eventType: 'focusTime', focusTimeProperties: {} });

  const found = [
    me.list({ privateExtendedProperty: ['bookingId=7'] }),
    me.list({ privateExtendedProperty: ['bookingId=8'] }),
    me.list({ iCalUID: 'later@google.com' }),
    me.list({ q: 'check' }),
    me.list({ eventTypes: ['focusTime'] }),
  ].map(idsOf);

  expect(found).toEqual([['earl1'], [], ['later'], ['earl1'], ['later']]);
});

test('the list says whose calendar it is, in which zone, and what the caller may do', () => {
  const { world } = aWorld();

  expect(as(world, ada).list()).toMatchObject({
    kind: 'calendar#events',
    summary: ada,
    timeZone: 'Europe/Berlin',
    accessRole: 'owner',
  });
});

test.each(['2027-03-02T00:00:00Z', '2027-03-01T00:00:00Z'])(
  'a range up to %s that is empty is refused',
  (timeMax) => {
    const { world } = aWorld();
    const range = { timeMin: '2027-03-02T00:00:00Z', timeMax };

    expect(refusal(() => as(world, ada).list(range))).toBe('400 timeRangeEmpty');
  },
);

test('an unchanged list is not sent again', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(early);
  const { etag } = me.ask('events.list');

  const again = me.ask('events.list', {}, undefined, { ifNoneMatch: etag });

  expect(again).toEqual({ status: 304, etag });
});

test('a property filter without a value is refused', () => {
  const { world } = aWorld();
  const list = () => as(world, ada).list({ privateExtendedProperty: ['bookingId'] });

  expect(refusal(list)).toBe('400 invalid');
});

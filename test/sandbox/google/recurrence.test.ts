import { expect, test } from '@jest/globals';
import { ada, aWorld, as, refusal } from './a-world.ts';

const spring = { timeMin: '2027-03-01T00:00:00Z', timeMax: '2027-04-20T00:00:00Z' };

function inBerlin(date: string, from: string, to: string) {
  const timeZone = 'Europe/Berlin';
  return {
    start: { dateTime: `${date}T${from}:00`, timeZone },
    end: { dateTime: `${date}T${to}:00`, timeZone },
  };
}

const mondays = { ...inBerlin('2027-03-15', '09:00', '10:00'), id: 'mon123' };

function weekly(...more: string[]) {
  return { ...mondays, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4', ...more] };
}

function startsOf(items: { start: { dateTime?: string; date?: string } }[]) {
  return items.map(({ start }) => start.dateTime ?? start.date);
}

test('nine o’clock stays nine o’clock when summer begins', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());

  const { items } = me.list({ ...spring, singleEvents: 'true', orderBy: 'startTime' });

  expect(startsOf(items)).toEqual([
    '2027-03-15T09:00:00+01:00',
    '2027-03-22T09:00:00+01:00',
    '2027-03-29T09:00:00+02:00',
    '2027-04-05T09:00:00+02:00',
  ]);
  expect(items.map(({ id }) => id)).toEqual([
    'mon123_20270315T080000Z',
    'mon123_20270322T080000Z',
    'mon123_20270329T070000Z',
    'mon123_20270405T070000Z',
  ]);
  expect(items[2]).toMatchObject({
    recurringEventId: 'mon123',
    originalStartTime: { dateTime: '2027-03-29T09:00:00+02:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2027-03-29T10:00:00+02:00' },
  });
  expect(items[2]!.recurrence).toBeUndefined();
});

test('nine o’clock stays nine o’clock when summer ends', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({
    ...inBerlin('2027-10-25', '09:00', '10:00'),
    recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'],
  });
  const range = { timeMin: '2027-10-20T00:00:00Z', timeMax: '2027-11-20T00:00:00Z' };

  expect(me.busy(range)).toEqual([
    '2027-10-25T07:00:00Z 2027-10-25T08:00:00Z',
    '2027-11-01T08:00:00Z 2027-11-01T09:00:00Z',
  ]);
});

test('a series in a skipped hour moves on, in a repeated hour takes the first', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  const daily = { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] };
  me.insert({ ...inBerlin('2027-03-27', '02:30', '02:45'), ...daily });
  me.insert({ ...inBerlin('2027-10-30', '02:30', '02:45'), ...daily });

  const may = { timeMin: '2027-03-20T00:00:00Z', timeMax: '2027-05-01T00:00:00Z' };
  const autumn = { timeMin: '2027-10-20T00:00:00Z', timeMax: '2027-11-20T00:00:00Z' };

  expect(me.busy(may).at(-1)).toBe('2027-03-28T01:30:00Z 2027-03-28T01:45:00Z');
  expect(me.busy(autumn).at(-1)).toBe('2027-10-31T00:30:00Z 2027-10-31T00:45:00Z');
});

test.each([
  ['EXDATE;TZID=Europe/Berlin:20270329T090000', ['03-15', '03-22', '04-05']],
  ['EXDATE:20270329T070000Z', ['03-15', '03-22', '04-05']],
  ['RDATE;TZID=Europe/Berlin:20270317T090000', ['03-15', '03-17', '03-22', '03-29', '04-05']],
])('%s is heeded', (line, days) => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly(line));

  const { items } = me.list({ ...spring, singleEvents: 'true', orderBy: 'startTime' });

  expect(startsOf(items).map((start) => start!.slice(5, 10))).toEqual(days);
});

test.each([
  ['20270328T215959Z', 2],
  ['20270329T070000Z', 3],
  ['20270329', 3],
])('UNTIL=%s ends the series by the zone’s clocks', (until, count) => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...mondays, recurrence: [`RRULE:FREQ=WEEKLY;UNTIL=${until}`] });

  expect(me.instances('mon123').items).toHaveLength(count);
});

test('all-day series have dates for ids and starts', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({
    id: 'alld4',
    start: { date: '2027-03-27' },
    end: { date: '2027-03-28' },
    recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
  });

  const { items } = me.instances('alld4');

  expect(items.map(({ id, start }) => [id, start])).toEqual([
    ['alld4_20270327', { date: '2027-03-27' }],
    ['alld4_20270328', { date: '2027-03-28' }],
  ]);
});

test('unless single events are asked for, a series is one event', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());

  const { items } = me.list(spring);

  expect(items.map(({ id }) => id)).toEqual(['mon123']);
  expect(items[0]!.recurrence).toEqual(['RRULE:FREQ=WEEKLY;COUNT=4']);
});

test('a series outside the window is not listed', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());

  expect(me.list({ timeMin: '2027-05-01T00:00:00Z' }).items).toEqual([]);
});

test('a rule that makes no sense is refused', () => {
  const { world } = aWorld();

  const said = refusal(() =>
    as(world, ada).insert({ ...mondays, recurrence: ['RRULE:FREQ=SOMETIMES'] }),
  );

  expect(said).toBe('400 invalid');
});

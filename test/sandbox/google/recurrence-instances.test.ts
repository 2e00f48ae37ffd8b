import { expect, test } from '@jest/globals';
import { ada, aWorld, as, ben, refusal } from './a-world.ts';

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

test('an instance is read by its id, and only where there is one', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());

  expect(me.get('mon123_20270322T080000Z').start.dateTime).toBe('2027-03-22T09:00:00+01:00');
  expect(refusal(() => me.get('mon123_20270323T080000Z'))).toBe('404 notFound');
});

test('a moved instance keeps its id and its original start', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());

  me.patch('mon123_20270322T080000Z', inBerlin('2027-03-23', '14:00', '15:00'));

  const { items } = me.list({ ...spring, singleEvents: 'true', orderBy: 'startTime' });
  expect(items[1]).toMatchObject({
    id: 'mon123_20270322T080000Z',
    start: { dateTime: '2027-03-23T14:00:00+01:00' },
    originalStartTime: { dateTime: '2027-03-22T09:00:00+01:00' },
  });
  expect(items).toHaveLength(4);
});

test('an instance that was moved into the window is listed, one that was moved out is not', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());
  const window = { timeMin: '2027-03-22T00:00:00Z', timeMax: '2027-03-23T00:00:00Z' };

  me.patch('mon123_20270405T070000Z', inBerlin('2027-03-22', '14:00', '15:00'));
  me.patch('mon123_20270322T080000Z', inBerlin('2027-03-24', '14:00', '15:00'));

  expect(me.busy(window)).toEqual(['2027-03-22T13:00:00Z 2027-03-22T14:00:00Z']);
});

test('a cancelled instance frees its time and shows as cancelled beside the series', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());

  me.remove('mon123_20270322T080000Z');

  expect(me.busy(spring)).toHaveLength(3);
  expect(me.list({ ...spring, singleEvents: 'true' }).items).toHaveLength(3);
  expect(me.list(spring).items).toMatchObject([
    { id: 'mon123' },
    {
      id: 'mon123_20270322T080000Z',
      status: 'cancelled',
      recurringEventId: 'mon123',
      originalStartTime: { dateTime: '2027-03-22T09:00:00+01:00' },
    },
  ]);
  expect(refusal(() => me.remove('mon123_20270322T080000Z'))).toBe('410 deleted');
});

test('an exception goes when its series is moved to another hour', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(weekly());
  me.patch('mon123_20270322T080000Z', { summary: 'Special' });

  me.patch('mon123', inBerlin('2027-03-15', '11:00', '12:00'));

  const { items } = me.list({ ...spring, singleEvents: 'true' });
  expect(items.map(({ summary }) => summary)).toEqual([undefined, undefined, undefined, undefined]);
  expect(me.get('mon123_20270322T080000Z').status).toBe('cancelled');
});

test('guests have the series and its exceptions on their calendars, and answer single instances', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...weekly(), attendees: [{ email: ben }] });
  me.remove('mon123_20270322T080000Z');

  const declined = { attendees: [{ email: ben, responseStatus: 'declined' }] };
  as(world, ben).patch('mon123_20270329T070000Z', declined);

  expect(as(world, ben).busy(spring)).toEqual([
    '2027-03-15T08:00:00Z 2027-03-15T09:00:00Z',
    '2027-04-05T07:00:00Z 2027-04-05T08:00:00Z',
  ]);
  expect(me.get('mon123_20270329T070000Z').attendees).toMatchObject([
    { responseStatus: 'declined' },
  ]);
  expect(me.get('mon123').attendees).toMatchObject([{ responseStatus: 'needsAction' }]);
});

test('what a guest set for one instance does not outlive the series', () => {
  const { world } = aWorld();
  as(world, ada).insert({ ...weekly(), attendees: [{ email: ben }] });
  as(world, ben).patch('mon123_20270322T080000Z', { colorId: '5' });

  as(world, ada).remove('mon123');

  expect(as(world, ben).busy(spring)).toEqual([]);
});

test('an exception that goes with its hour goes for the guests too', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...weekly(), attendees: [{ email: ben }] });
  me.patch('mon123_20270322T080000Z', { summary: 'Special' });

  me.patch('mon123', inBerlin('2027-03-15', '11:00', '12:00'));

  expect(as(world, ben).get('mon123_20270322T080000Z').status).toBe('cancelled');
});

import { expect, test } from '@jest/globals';
import { ada, aWorld, as, ben, outsider, plain, refusal, type FreeBusy } from './a-world.ts';

const day = { timeMin: '2027-03-02T00:00:00Z', timeMax: '2027-03-03T00:00:00Z' };

function timed(start: string, end: string) {
  return { start: { dateTime: start }, end: { dateTime: end } };
}

const nineToTen = timed('2027-03-02T09:00:00Z', '2027-03-02T10:00:00Z');
const nineToTenBusy = ['2027-03-02T09:00:00Z 2027-03-02T10:00:00Z'];

test.each([
  ['an ordinary event', {}, nineToTenBusy],
  ['a tentative event', { status: 'tentative' }, nineToTenBusy],
  ['focus time', { eventType: 'focusTime', focusTimeProperties: {} }, nineToTenBusy],
  ['out of office', { eventType: 'outOfOffice', outOfOfficeProperties: {} }, nineToTenBusy],
  ['a transparent event', { transparency: 'transparent' }, []],
  ['a cancelled event', { status: 'cancelled' }, []],
  [
    'a working location',
    { eventType: 'workingLocation', workingLocationProperties: { type: 'homeOffice' } },
    [],
  ],
])('%s counts as it should', (_, fields, expected) => {
  const { world } = aWorld();
  as(world, ada).insert({ ...nineToTen, ...fields });

  expect(as(world, ada).busy(day)).toEqual(expected);
});

test.each([
  ['needsAction', nineToTenBusy],
  ['tentative', nineToTenBusy],
  ['accepted', nineToTenBusy],
  ['declined', []],
])(
  'an invitation answered with %s counts as it should for the guest',
  (responseStatus, expected) => {
    const { world } = aWorld();
    as(world, ada).insert({ ...nineToTen, id: 'abc123', attendees: [{ email: ben }] });
    as(world, ben).patch('abc123', { attendees: [{ email: ben, responseStatus }] });

    expect(as(world, ben).busy(day)).toEqual(expected);
    expect(as(world, ada).busy(day)).toEqual(nineToTenBusy);
  },
);

test('a timed task blocks the time without being an event', () => {
  const { world } = aWorld();
  const busyTasks = [{ start: '2027-03-02T09:00:00Z', end: '2027-03-02T10:00:00Z' }];
  const { id } = world.addCalendar({ owner: ada, summary: 'Tasks', busyTasks });

  expect(as(world, ada).busy(day, id)).toEqual(nineToTenBusy);
  expect(as(world, ada).list({ calendarId: id }).items).toEqual([]);
});

test('a task on another day and an event without length block nothing', () => {
  const { world } = aWorld();
  const busyTasks = [{ start: '2027-03-03T09:00:00Z', end: '2027-03-03T10:00:00Z' }];
  const { id } = world.addCalendar({ owner: ada, summary: 'Tasks', busyTasks });
  const moment = timed('2027-03-02T09:00:00Z', '2027-03-02T09:00:00Z');
  as(world, ada).insert(moment, { calendarId: id });

  expect(as(world, ada).busy(day, id)).toEqual([]);
});

test('overlapping and touching events are merged, and all is clipped to the range', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(timed('2027-03-01T20:00:00Z', '2027-03-02T01:00:00Z'));
  me.insert(timed('2027-03-02T09:00:00Z', '2027-03-02T10:00:00Z'));
  me.insert(timed('2027-03-02T09:30:00Z', '2027-03-02T09:45:00Z'));
  me.insert(timed('2027-03-02T10:00:00Z', '2027-03-02T11:00:00Z'));

  expect(me.busy(day)).toEqual([
    '2027-03-02T00:00:00Z 2027-03-02T01:00:00Z',
    '2027-03-02T09:00:00Z 2027-03-02T11:00:00Z',
  ]);
});

test('the switches leave busy time unmerged, unclipped and unsorted', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(timed('2027-03-01T20:00:00Z', '2027-03-02T01:00:00Z'));
  me.insert(timed('2027-03-02T00:30:00Z', '2027-03-02T02:00:00Z'));
  Object.assign(world.switches.freeBusy, { unmerged: true, unclipped: true, unsorted: true });

  expect(me.busy(day)).toEqual([
    '2027-03-02T00:30:00Z 2027-03-02T02:00:00Z',
    '2027-03-01T20:00:00Z 2027-03-02T01:00:00Z',
  ]);
});

test("an event that only touches the range's edge is not busy in it", () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(timed('2027-03-01T23:00:00Z', '2027-03-02T00:00:00Z'));
  me.insert(timed('2027-03-03T00:00:00Z', '2027-03-03T01:00:00Z'));

  expect(me.busy(day)).toEqual([]);
});

test.each([
  ['Europe/Berlin', '2027-03-28', '2027-03-29', '2027-03-27T23:00:00Z 2027-03-28T22:00:00Z'],
  ['Asia/Kathmandu', '2027-03-02', '2027-03-03', '2027-03-01T18:15:00Z 2027-03-02T18:15:00Z'],
  ['Australia/Lord_Howe', '2027-04-04', '2027-04-05', '2027-04-03T13:00:00Z 2027-04-04T13:30:00Z'],
  ['Asia/Beirut', '2027-03-28', '2027-03-29', '2027-03-27T22:00:00Z 2027-03-28T21:00:00Z'],
])('an all-day event in %s is busy by the days of its calendar', (timeZone, start, end, busy) => {
  const { world } = aWorld();
  const { id } = world.addCalendar({ owner: ada, summary: 'Away', timeZone });
  as(world, ada).insert({ start: { date: start }, end: { date: end } }, { calendarId: id });
  const range = { timeMin: '2027-03-01T00:00:00Z', timeMax: '2027-04-30T00:00:00Z' };

  expect(as(world, ada).busy(range, id)).toEqual([busy]);
});

test.each([
  ['UTC', '2027-03-02T09:00:00Z 2027-03-02T10:00:00Z'],
  ['Asia/Kolkata', '2027-03-02T14:30:00+05:30 2027-03-02T15:30:00+05:30'],
  ['America/New_York', '2027-03-02T04:00:00-05:00 2027-03-02T05:00:00-05:00'],
])('busy time is written in %s when asked', (timeZone, expected) => {
  const { world } = aWorld();
  as(world, ada).insert(nineToTen);

  expect(as(world, ada).busy({ ...day, timeZone })).toEqual([expected]);
});

test('calendars are answered under the id that was asked, unknown ones with an error', () => {
  const { world } = aWorld();
  as(world, ada).insert(nineToTen);
  const items = [{ id: 'primary' }, { id: ada }, { id: ben }, { id: 'nobody@example.com' }];

  const { status, body } = as(world, ada).ask('freebusy.query', {}, { ...day, items });

  const notFound = { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };
  const { calendars } = plain(body) as FreeBusy;
  expect(status).toBe(200);
  expect(Object.keys(calendars)).toEqual(['primary', ada, ben, 'nobody@example.com']);
  expect(calendars['primary']).toEqual(calendars[ada]);
  expect([calendars[ben], calendars['nobody@example.com']]).toEqual([notFound, notFound]);
});

test('a calendar shared for free/busy can be asked', () => {
  const { world } = aWorld();
  as(world, ada).insert(nineToTen);
  world.share(ada, ben, 'freeBusyReader');

  expect(as(world, ben).busy(day, ada)).toEqual(nineToTenBusy);
});

test('more than fifty calendars are refused, each', () => {
  const { world } = aWorld();
  const items = Array.from({ length: 51 }, (_, index) => ({ id: `${index}@example.com` }));

  const { body } = as(world, ada).ask('freebusy.query', {}, { ...day, items });

  const { calendars } = plain(body) as FreeBusy;
  const reasons = Object.values(calendars).map(({ errors }) => errors);
  const tooMany = [{ domain: 'global', reason: 'tooManyCalendarsRequested' }];
  expect(reasons).toEqual(Array.from({ length: 51 }, () => tooMany));
});

test.each([
  ['2027-03-02T00:00:00Z', '2027-03-02T00:00:00Z', '400 timeRangeEmpty'],
  ['2027-03-02T00:00:00Z', '2027-03-01T00:00:00Z', '400 timeRangeEmpty'],
  ['2027-03-02T00:00:00Z', '2027-06-01T00:00:00Z', '400 timeRangeTooLong'],
  ['2027-03-02T00:00:00Z', '2027-05-31T00:00:00Z', 'accepted'],
  ['2027-03-02', '2027-03-03', '400 invalid'],
  ['2027-03-02T00:00:00', '2027-03-03T00:00:00', '400 invalid'],
  ['2027-13-02T00:00:00Z', '2027-03-03T00:00:00Z', '400 invalid'],
])('the range from %s to %s is %s', (timeMin, timeMax, said) => {
  const { world } = aWorld();

  expect(refusal(() => as(world, ada).busy({ timeMin, timeMax }))).toBe(said);
});

test('an outsider does not make a guest busy, and the organiser stays so', () => {
  const { world } = aWorld();
  as(world, ada).insert({
    ...nineToTen,
    attendees: [{ email: outsider, responseStatus: 'declined' }],
  });

  expect(as(world, ada).busy(day)).toEqual(nineToTenBusy);
});

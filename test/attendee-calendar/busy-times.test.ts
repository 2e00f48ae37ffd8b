// What a calendar file says of its owner's busy time: zones, clock changes, recurrences, whole days, what does not count.
import { expect, test } from '@jest/globals';
import { readBusyTimes } from '../../src/web/client/overlay-busy.ts';
import { calendarText, event, outlookZone } from './calendar-text.ts';

type Row = [rule: string, lines: string[], busy: string[]];

const berlin = 'DTSTART;TZID=Europe/Berlin:';
const outlook = 'W. Europe Standard Time';

test.each<Row>([
  [
    'an instant',
    ['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z'],
    ['11-24T09:00 11-24T10:00'],
  ],
  [
    'a time on the clocks of a named zone',
    ['DTSTART;TZID=Asia/Kathmandu:20261124T090000', 'DTEND;TZID=Asia/Kathmandu:20261124T100000'],
    ['11-24T03:15 11-24T04:15'],
  ],
  [
    'a zone whose name has more in front',
    [
      'DTSTART;TZID=/example.org/2026/Europe/Berlin:20261124T090000',
      'DTEND;TZID=/example.org/2026/Europe/Berlin:20261124T100000',
    ],
    ['11-24T08:00 11-24T09:00'],
  ],
  [
    'a start and an end in different zones',
    ['DTSTART;TZID=America/New_York:20261124T200000', `DTEND;TZID=Europe/Berlin:20261125T100000`],
    ['11-25T01:00 11-25T09:00'],
  ],
  [
    'a time without a zone, on the clocks of this machine',
    ['DTSTART:20261124T090000', 'DTEND:20261124T100000'],
    ['11-24T14:00 11-24T15:00'],
  ],
  [
    'a length instead of an end',
    ['DTSTART:20261124T090000Z', 'DURATION:PT1H30M'],
    ['11-24T09:00 11-24T10:30'],
  ],
  [
    'a touched minute whole',
    ['DTSTART:20261124T090030Z', 'DTEND:20261124T091010Z'],
    ['11-24T09:00 11-24T09:11'],
  ],
  [
    'a whole day, from midnight to midnight of this machine',
    ['DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261125'],
    ['11-24T05:00 11-25T05:00'],
  ],
  ['a whole day without an end', ['DTSTART;VALUE=DATE:20261124'], ['11-24T05:00 11-25T05:00']],
  [
    'several whole days',
    ['DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261127'],
    ['11-24T05:00 11-27T05:00'],
  ],
  ['a moment without length', ['DTSTART:20261124T090000Z'], []],
  [
    'what is tentative',
    ['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z', 'STATUS:TENTATIVE'],
    ['11-24T09:00 11-24T10:00'],
  ],
  [
    'nothing of what is cancelled',
    ['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z', 'STATUS:CANCELLED'],
    [],
  ],
  [
    'nothing of what is transparent',
    ['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z', 'TRANSP:TRANSPARENT'],
    [],
  ],
  [
    'nothing of what Outlook calls free',
    ['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
    [],
  ],
  [
    'what reaches into the window, cut at its edges',
    ['DTSTART:20260101T000000Z', 'DTEND:20270301T000000Z'],
    ['11-23T08:00 01-22T08:00'],
  ],
  ['nothing of what is over', ['DTSTART:20261122T090000Z', 'DTEND:20261122T100000Z'], []],
])('a file tells %s', (_, lines, busy) => {
  expect(busyIn(calendarText(event(...lines)))).toEqual(busy);
});

test.each<Row>([
  [
    'every day, three times',
    [`${berlin}20261124T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'],
    ['11-24T08:00 11-24T09:00', '11-25T08:00 11-25T09:00', '11-26T08:00 11-26T09:00'],
  ],
  [
    'since years, without an end',
    [`${berlin}20100101T090000`, 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR'],
    ['11-27T08:00 11-27T09:00', '12-25T08:00 12-25T09:00'],
  ],
  [
    'until an instant, which is the last',
    [`${berlin}20261124T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261125T080000Z'],
    ['11-24T08:00 11-24T09:00', '11-25T08:00 11-25T09:00'],
  ],
  [
    'until an instant that comes before the clock says so',
    [
      'DTSTART;TZID=America/New_York:20261124T200000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;UNTIL=20261126T005900Z',
    ],
    ['11-25T01:00 11-25T02:00'],
  ],
  [
    'until a date, that day included',
    [`${berlin}20261124T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261125'],
    ['11-24T08:00 11-24T09:00', '11-25T08:00 11-25T09:00'],
  ],
  [
    'but not when an instant is left out',
    [
      `${berlin}20261124T090000`,
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE:20261125T080000Z',
    ],
    ['11-24T08:00 11-24T09:00', '11-26T08:00 11-26T09:00'],
  ],
  [
    'but not on a day that is left out',
    [
      `${berlin}20261124T003000`,
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=2',
      'EXDATE;VALUE=DATE:20261124',
    ],
    ['11-24T23:30 11-25T00:30'],
  ],
  [
    'but not at several that are left out in one line',
    [
      `${berlin}20261124T090000`,
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE;TZID=Europe/Berlin:20261124T090000,20261126T090000',
    ],
    ['11-25T08:00 11-25T09:00'],
  ],
  [
    'and at what was added',
    [`${berlin}20261124T090000`, 'DURATION:PT1H', 'RDATE;TZID=Europe/Berlin:20261201T100000'],
    ['11-24T08:00 11-24T09:00', '12-01T09:00 12-01T10:00'],
  ],
  [
    'whole days, every week',
    ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=WEEKLY;COUNT=2'],
    ['12-01T05:00 12-02T05:00', '12-08T05:00 12-09T05:00'],
  ],
  [
    'whole days until one of them, but not the one that is left out',
    [
      'DTSTART;VALUE=DATE:20261201',
      'RRULE:FREQ=DAILY;UNTIL=20261203',
      'EXDATE;VALUE=DATE:20261202',
    ],
    ['12-01T05:00 12-02T05:00', '12-03T05:00 12-04T05:00'],
  ],
  [
    'longer than a day, begun before the window',
    ['DTSTART:20261120T000000Z', 'DTEND:20261124T000000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'],
    ['11-23T08:00 11-24T00:00', '11-27T00:00 12-01T00:00'],
  ],
])('what comes back keeps its owner busy %s', (_, lines, busy) => {
  expect(busyIn(calendarText(event(...lines)))).toEqual(busy);
});

const spring = { from: '2027-03-27T00:00Z', until: '2027-03-30T00:00Z' };
const autumn = { from: '2026-10-23T22:00Z', until: '2026-10-27T00:00Z' };

test.each([
  [
    'spring',
    'Europe/Berlin',
    spring,
    '20270327T090000',
    ['03-27T08:00 03-27T09:00', '03-28T07:00 03-28T08:00', '03-29T07:00 03-29T08:00'],
  ],
  [
    'spring',
    outlook,
    spring,
    '20270327T090000',
    ['03-27T08:00 03-27T09:00', '03-28T07:00 03-28T08:00', '03-29T07:00 03-29T08:00'],
  ],
  [
    'autumn',
    'Europe/Berlin',
    autumn,
    '20261024T090000',
    ['10-24T07:00 10-24T08:00', '10-25T08:00 10-25T09:00', '10-26T08:00 10-26T09:00'],
  ],
  [
    'autumn',
    outlook,
    autumn,
    '20261024T090000',
    ['10-24T07:00 10-24T08:00', '10-25T08:00 10-25T09:00', '10-26T08:00 10-26T09:00'],
  ],
  [
    'the hour that spring skips',
    'Europe/Berlin',
    spring,
    '20270327T023000',
    ['03-27T01:30 03-27T02:30', '03-28T01:30 03-28T02:30', '03-29T00:30 03-29T01:30'],
  ],
  [
    'the hour that spring skips',
    outlook,
    spring,
    '20270327T023000',
    ['03-27T01:30 03-27T02:30', '03-28T01:30 03-28T02:30', '03-29T00:30 03-29T01:30'],
  ],
  [
    'the hour that autumn repeats',
    'Europe/Berlin',
    autumn,
    '20261024T023000',
    ['10-24T00:30 10-24T01:30', '10-25T00:30 10-25T01:30', '10-26T01:30 10-26T02:30'],
  ],
  [
    'the hour that autumn repeats',
    outlook,
    autumn,
    '20261024T023000',
    ['10-24T00:30 10-24T01:30', '10-25T00:30 10-25T01:30', '10-26T01:30 10-26T02:30'],
  ],
  [
    'the hour after the repeated one',
    'Europe/Berlin',
    autumn,
    '20261024T030000',
    ['10-24T01:00 10-24T02:00', '10-25T02:00 10-25T03:00', '10-26T02:00 10-26T03:00'],
  ],
  [
    'the hour before the repeated one',
    'Europe/Berlin',
    autumn,
    '20261024T015900',
    ['10-23T23:59 10-24T00:59', '10-24T23:59 10-25T00:59', '10-26T00:59 10-26T01:59'],
  ],
  [
    'the hour after the repeated one',
    outlook,
    autumn,
    '20261024T030000',
    ['10-24T01:00 10-24T02:00', '10-25T02:00 10-25T03:00', '10-26T02:00 10-26T03:00'],
  ],
  [
    'the hour before the repeated one',
    outlook,
    autumn,
    '20261024T015900',
    ['10-23T23:59 10-24T00:59', '10-24T23:59 10-25T00:59', '10-26T00:59 10-26T01:59'],
  ],
])('a wall clock stays what it says across %s (%s)', (_, zone, window, start, busy) => {
  const daily = event(`DTSTART;TZID=${zone}:${start}`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3');

  expect(busyIn(calendarText(outlookZone, daily), window)).toEqual(busy);
});

test('a whole day of a clock change is as long as it is', () => {
  const days = (date: string) =>
    calendarText('X-WR-TIMEZONE:Europe/Berlin', event(`DTSTART;VALUE=DATE:${date}`));

  expect(busyIn(days('20270328'), spring)).toEqual(['03-27T23:00 03-28T22:00']);
  expect(busyIn(days('20261025'), autumn)).toEqual(['10-24T22:00 10-25T23:00']);
});

test('one of a series that was moved happens where it was moved to, and only there', () => {
  const series = event(`${berlin}20261124T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3');
  const moved = event(
    'RECURRENCE-ID:20261125T080000Z',
    'DTSTART:20261125T130000Z',
    'DURATION:PT2H',
  );

  expect(busyIn(calendarText(series, moved))).toEqual([
    '11-24T08:00 11-24T09:00',
    '11-25T13:00 11-25T15:00',
    '11-26T08:00 11-26T09:00',
  ]);
});

test.each(['STATUS:CANCELLED', 'TRANSP:TRANSPARENT'])(
  'one of a series that is %s does not happen',
  (line) => {
    const series = event(`${berlin}20261124T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2');
    const at = '20261125T090000';
    const changed = event(
      `RECURRENCE-ID;TZID=Europe/Berlin:${at}`,
      `${berlin}${at}`,
      'DURATION:PT1H',
      line,
    );

    expect(busyIn(calendarText(series, changed))).toEqual(['11-24T08:00 11-24T09:00']);
  },
);

test('one of a series counts without the series, as an invitation to it alone does', () => {
  const invited = event(
    'RECURRENCE-ID:20261125T080000Z',
    'DTSTART:20261125T130000Z',
    'DURATION:PT2H',
  );

  expect(busyIn(calendarText(invited))).toEqual(['11-25T13:00 11-25T15:00']);
});

test('times of a calendar that names its zone are on its clocks', () => {
  const lines = ['DTSTART:20261124T090000', 'DTEND:20261124T100000'];

  expect(busyIn(calendarText('X-WR-TIMEZONE:Asia/Tokyo', event(...lines)))).toEqual([
    '11-24T00:00 11-24T01:00',
  ]);
});

test('events that overlap or touch are one busy time, from several calendars too', () => {
  const one = calendarText(event('DTSTART:20261124T090000Z', 'DURATION:PT1H'));
  const other = calendarText(
    event('DTSTART:20261124T093000Z', 'DURATION:PT1H'),
    event('DTSTART:20261124T103000Z', 'DURATION:PT30M'),
  );

  expect(busyIn(`${one}\r\n${other}`)).toEqual(['11-24T09:00 11-24T11:00']);
});

test('published busy time counts, published free time does not', () => {
  const published = [
    'BEGIN:VFREEBUSY',
    'FREEBUSY;FBTYPE=BUSY:20261124T090000Z/20261124T100000Z,20261124T120000Z/PT30M',
    'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261125T090000Z/PT1H',
    'FREEBUSY;FBTYPE=FREE:20261126T090000Z/PT1H',
    'END:VFREEBUSY',
  ].join('\r\n');

  expect(busyIn(calendarText(published))).toEqual([
    '11-24T09:00 11-24T10:00',
    '11-24T12:00 11-24T12:30',
    '11-25T09:00 11-25T10:00',
  ]);
});

test('what cannot be read is counted, and the rest stands', () => {
  const text = calendarText(
    event('DTSTART:20261124T090000Z', 'DURATION:PT1H'),
    event('DTSTART;TZID=Nowhere Standard Time:20261125T090000', 'DURATION:PT1H'),
    event('SUMMARY:without a start'),
    event('DTSTART:20261126T090000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'),
  );

  const read = readBusyTimes(text, wanted());

  expect(read).toMatchObject({ unread: 3 });
  expect(read!.busy).toHaveLength(2);
});

test.each(['RRULE:FREQ=SOMETIMES', 'RRULE:FREQ=WEEKLY;BYDAY=', 'a line without a colon'])(
  'one event that is broken costs only itself (%s)',
  (line) => {
    const text = calendarText(
      event('DTSTART:20261125T090000Z', 'DURATION:PT1H', line),
      event('DTSTART:20261124T090000Z', 'DURATION:PT1H'),
    );

    const read = readBusyTimes(text, wanted());

    expect(read).toMatchObject({ unread: 1 });
    expect(read!.busy).toHaveLength(2);
  },
);

test.each([
  ['nothing', ''],
  ['a letter', 'Dear Sir or Madam,\n\nbest wishes'],
  ['a web page', '<!doctype html><title>Sign in</title>'],
  ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Lea Sommer\r\nEND:VCARD'],
  ['a calendar that was cut off', calendarText(event('DTSTART:20261124T090000Z')).slice(0, 60)],
])('%s is no calendar', (_, text) => {
  expect(readBusyTimes(text, wanted())).toBeNull();
});

test('an empty calendar keeps nobody busy', () => {
  expect(readBusyTimes(calendarText(), wanted())).toEqual({ busy: [], unread: 0 });
});

test('a mark at the front of the file and bare line feeds are read over', () => {
  const text = calendarText(event('DTSTART:20261124T090000Z', 'DURATION:PT1H'));

  expect(busyIn(`\uFEFF${text.replaceAll('\r', '')}\n\n`)).toEqual(['11-24T09:00 11-24T10:00']);
});

function wanted(window = { from: '2026-11-23T08:00Z', until: '2027-01-22T08:00Z' }) {
  const [from, until] = [window.from, window.until].map((at) => Date.parse(at) / 60_000);
  return { from: from!, until: until!, ownZone: 'America/New_York' };
}

/** "month-dayThour:minute" in UTC, start and end. */
function busyIn(text: string, window?: { from: string; until: string }): string[] {
  const { busy, unread } = readBusyTimes(text, wanted(window))!;
  expect(unread).toBe(0);
  const words = busy.map((minute) => new Date(minute * 60_000).toISOString().slice(5, 16));
  return words.flatMap((word, at) => (at % 2 === 0 ? [`${word} ${words[at + 1]!}`] : []));
}

import { describe, expect, test } from '@jest/globals';
import { findSlots } from '../../src/availability/slots.ts';
import {
  clockTimes,
  everyDay,
  intervals,
  onWall,
  type SearchChanges,
  searchFor,
} from '../support/offers.ts';

const monday = '2026-11-23';

/** Berlin's clock on that Monday, in winter. */
function offered(changes: Partial<SearchChanges>): string[] {
  return clockTimes(findSlots(searchFor({ from: monday, ...changes }))).map((time) =>
    time.replace('+01', ''),
  );
}

describe('grid', () => {
  test('slots start where minutes since midnight are divisible by the step', () => {
    expect(offered({ open: '09:00-10:00', rules: { stepMinutes: 15 } })).toEqual([
      '09:00',
      '09:15',
      '09:30',
    ]);
  });

  test('the grid is the clock’s, not the opening hour’s', () => {
    expect(offered({ open: '09:10-10:20', rules: { stepMinutes: 30 } })).toEqual(['09:30']);
  });

  test('a step that does not divide the hour is counted from midnight', () => {
    const rules = { stepMinutes: 25, durationMinutes: 5 };

    expect(offered({ open: '00:00-01:20', rules })).toEqual(['00:00', '00:25', '00:50', '01:15']);
    expect(offered({ open: '23:00-24:00', rules })).toEqual(['23:20', '23:45']);
  });
});

describe('open time', () => {
  test('a slot may end when the interval closes, not later', () => {
    expect(offered({ open: '09:00-10:30', rules: { durationMinutes: 60 } })).toEqual([
      '09:00',
      '09:30',
    ]);
  });

  test('a slot lies inside one interval, and does not bridge a break', () => {
    const rules = { durationMinutes: 60 };

    expect(offered({ open: '09:00-10:00 10:30-11:30', rules })).toEqual(['09:00', '10:30']);
  });

  test('intervals that touch or overlap are one', () => {
    const rules = { durationMinutes: 60 };

    expect(offered({ open: '09:00-09:30 09:30-10:00', rules })).toEqual(['09:00']);
    expect(offered({ open: '09:00-09:45 09:30-10:00', rules })).toEqual(['09:00']);
  });

  test('24:00 is the end of the day', () => {
    expect(offered({ open: '23:00-24:00' })).toEqual(['23:00', '23:30']);
  });

  test('a slot does not pass midnight, even where the next day opens at once', () => {
    const rules = { durationMinutes: 60 };

    expect(offered({ open: '00:00-24:00', rules }).slice(-2)).toEqual(['22:30', '23:00']);
  });

  test('a weekday without intervals is closed', () => {
    const weekly = everyDay('09:00-11:00').filter((row) => row.weekday !== 1);

    expect(offered({ availability: { weekly } })).toEqual([]);
  });

  test('an override replaces its date whole', () => {
    const overrides = [{ date: monday, intervals: intervals('15:00-16:00') }];

    expect(offered({ availability: { overrides } })).toEqual(['15:00', '15:30']);
  });

  test('an override without intervals closes its date', () => {
    expect(offered({ availability: { overrides: [{ date: monday, intervals: [] }] } })).toEqual([]);
  });

  test('twelve hours fit a day of twelve hours once', () => {
    expect(offered({ open: '08:00-20:00', rules: { durationMinutes: 720 } })).toEqual(['08:00']);
  });
});

describe('busy time', () => {
  const morning = ['09:00', '09:30', '10:00', '10:30'];
  const busyFrom = (start: string, end: string): [[string, string]] => [
    [`${monday}T${start}+01:00`, `${monday}T${end}+01:00`],
  ];

  test.each([
    ['a slot that is busy', '09:30', '10:00', ['09:00', '10:00', '10:30']],
    ['slots that are busy for a minute', '09:59', '10:01', ['09:00', '10:30']],
    ['nothing that only touches', '08:00', '09:00', morning],
    ['nothing that only touches behind', '11:00', '12:00', morning],
    ['the whole morning', '08:00', '12:00', []],
  ])('takes %s', (_, start, end, expected) => {
    expect(offered({ busy: busyFrom(start, end) })).toEqual(expected);
  });

  test('counts under the buffer before', () => {
    const rules = { bufferBeforeMinutes: 10 };

    expect(offered({ busy: busyFrom('08:00', '08:50'), rules })).toEqual(morning);
    expect(offered({ busy: busyFrom('08:00', '08:51'), rules })).toEqual(morning.slice(1));
  });

  test('counts under the buffer after', () => {
    const rules = { bufferAfterMinutes: 10 };

    expect(offered({ busy: busyFrom('11:10', '12:00'), rules })).toEqual(morning);
    expect(offered({ busy: busyFrom('11:09', '12:00'), rules })).toEqual(morning.slice(0, 3));
  });

  test('shorter than the step between two slots takes neither', () => {
    const rules = { durationMinutes: 10 };

    expect(offered({ busy: busyFrom('09:10', '09:20'), rules })).toEqual(morning);
  });

  test('buffers may lie outside of open time', () => {
    const rules = { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 };

    expect(offered({ rules })).toEqual(morning);
  });

  test('a long interval hides none that comes after it', () => {
    const busy = [
      [`${monday}T08:00+01:00`, `${monday}T09:45+01:00`],
      [`${monday}T08:10+01:00`, `${monday}T08:20+01:00`],
      [`${monday}T10:30+01:00`, `${monday}T10:40+01:00`],
    ] as const;

    expect(offered({ busy })).toEqual(['10:00']);
  });
});

describe('minimum notice', () => {
  const rules = { minimumNoticeMinutes: 60 };

  test.each([
    ['exactly the notice away is offered', `${monday}T08:30:00+01:00`, ['09:30', '10:00', '10:30']],
    ['a millisecond less is not', `${monday}T08:30:00.001+01:00`, ['10:00', '10:30']],
    ['the end of the day is out of reach', `${monday}T09:30:01+01:00`, []],
  ])('a start %s', (_, now, expected) => {
    expect(offered({ now, rules })).toEqual(expected);
  });

  test('without notice a slot is offered until it starts', () => {
    expect(offered({ now: `${monday}T10:30:00+01:00` })).toEqual(['10:30']);
    expect(offered({ now: `${monday}T10:30:01+01:00` })).toEqual([]);
  });
});

describe('horizon', () => {
  const days = { open: '23:30-24:00', from: '2026-11-20', to: '2026-12-10' };

  test('ends with the organiser’s date that many days from today', () => {
    const search = searchFor({ ...days, now: '2026-11-21T12:00Z', rules: { horizonDays: 2 } });

    expect(onWall(findSlots(search))).toEqual([
      '2026-11-21T23:30+01:00',
      '2026-11-22T23:30+01:00',
      '2026-11-23T23:30+01:00',
    ]);
  });

  test('grows at the organiser’s midnight', () => {
    const rules = { horizonDays: 1 };

    const before = findSlots(searchFor({ ...days, now: '2026-11-21T22:59:59Z', rules }));
    const after = findSlots(searchFor({ ...days, now: '2026-11-21T23:00:00Z', rules }));

    expect(onWall(before).at(-1)).toBe('2026-11-22T23:30+01:00');
    expect(onWall(after).at(-1)).toBe('2026-11-23T23:30+01:00');
  });
});

describe('daily cap', () => {
  const rules = { dailyCap: 2 };

  test('closes a date that has as many bookings', () => {
    expect(offered({ rules, booked: { [monday]: 2 } })).toEqual([]);
    expect(offered({ rules, booked: { [monday]: 3 } })).toEqual([]);
  });

  test('leaves a date with fewer, whatever its neighbours have', () => {
    const booked = { '2026-11-22': 5, [monday]: 1, '2026-11-24': 5 };

    expect(offered({ rules, booked })).toHaveLength(4);
  });

  test('goes by the organiser’s date, not the viewer’s', () => {
    const search = searchFor({
      open: '23:00-24:00',
      from: '2026-11-24',
      viewer: 'Asia/Tokyo',
      rules: { dailyCap: 1 },
      booked: { '2026-11-24': 1 },
    });

    expect(onWall(findSlots(search))).toEqual(['2026-11-23T23:00+01:00', '2026-11-23T23:30+01:00']);
  });
});

describe('the dates asked for', () => {
  test('are inclusive, in the viewer’s zone', () => {
    const search = searchFor({
      open: '00:00-24:00',
      from: '2026-11-23',
      to: '2026-11-24',
      viewer: 'America/New_York',
    });

    const starts = onWall(findSlots(search), 'America/New_York');

    expect(starts).toHaveLength(96);
    expect(starts[0]).toBe('2026-11-23T00:00-05:00');
    expect(starts.at(-1)).toBe('2026-11-24T23:30-05:00');
  });

  test('may be years wide, or lie in the past or beyond the horizon', () => {
    const now = `${monday}T00:00Z`;
    const rules = { horizonDays: 1 };

    expect(offered({ from: '0001-01-01', to: '9999-12-31', now, rules })).toHaveLength(8);
    expect(offered({ from: '2020-01-01', to: '2020-12-31', now, rules })).toEqual([]);
    expect(offered({ from: '2099-01-01', to: '2099-12-31', now, rules })).toEqual([]);
    expect(offered({ from: '2026-11-24', to: '2026-11-23', now, rules })).toEqual([]);
  });

  test('a zone that is none is refused', () => {
    expect(() => offered({ viewer: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

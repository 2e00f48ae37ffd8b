import { describe, expect, test } from '@jest/globals';
import { everyDay, intervals, MONDAY, offeredOnMonday } from '../support/offers.ts';

describe('grid', () => {
  test('slots start where minutes since midnight are divisible by the step', () => {
    expect(offeredOnMonday({ open: '09:00-10:00', rules: { stepMinutes: 15 } })).toEqual([
      '09:00',
      '09:15',
      '09:30',
    ]);
  });

  test('the grid is the clock’s, not the opening hour’s', () => {
    expect(offeredOnMonday({ open: '09:10-10:20', rules: { stepMinutes: 30 } })).toEqual(['09:30']);
  });

  test('a step that does not divide the hour is counted from midnight', () => {
    const rules = { stepMinutes: 25, durationMinutes: 5 };

    expect(offeredOnMonday({ open: '00:00-01:20', rules })).toEqual([
      '00:00',
      '00:25',
      '00:50',
      '01:15',
    ]);
    expect(offeredOnMonday({ open: '23:00-24:00', rules })).toEqual(['23:20', '23:45']);
  });
});

describe('open time', () => {
  test('a slot may end when the interval closes, not later', () => {
    expect(offeredOnMonday({ open: '09:00-10:30', rules: { durationMinutes: 60 } })).toEqual([
      '09:00',
      '09:30',
    ]);
  });

  test('a slot lies inside one interval, and does not bridge a break', () => {
    const rules = { durationMinutes: 60 };

    expect(offeredOnMonday({ open: '09:00-10:00 10:30-11:30', rules })).toEqual(['09:00', '10:30']);
  });

  test('intervals that touch or overlap are one', () => {
    const rules = { durationMinutes: 60 };

    expect(offeredOnMonday({ open: '09:00-09:30 09:30-10:00', rules })).toEqual(['09:00']);
    expect(offeredOnMonday({ open: '09:00-09:45 09:30-10:00', rules })).toEqual(['09:00']);
  });

  test('24:00 is the end of the day', () => {
    expect(offeredOnMonday({ open: '23:00-24:00' })).toEqual(['23:00', '23:30']);
  });

  test('a slot does not pass midnight, even where the next day opens at once', () => {
    const rules = { durationMinutes: 60 };

    expect(offeredOnMonday({ open: '00:00-24:00', rules }).slice(-2)).toEqual(['22:30', '23:00']);
  });

  test('a weekday without intervals is closed', () => {
    const weekly = everyDay('09:00-11:00').filter((row) => row.weekday !== 1);

    expect(offeredOnMonday({ availability: { weekly } })).toEqual([]);
  });

  test('an override replaces its date whole', () => {
    const overrides = [{ date: MONDAY, intervals: intervals('15:00-16:00') }];

    expect(offeredOnMonday({ availability: { overrides } })).toEqual(['15:00', '15:30']);
  });

  test('an override without intervals closes its date', () => {
    expect(
      offeredOnMonday({ availability: { overrides: [{ date: MONDAY, intervals: [] }] } }),
    ).toEqual([]);
  });

  test('twelve hours fit a day of twelve hours once', () => {
    expect(offeredOnMonday({ open: '08:00-20:00', rules: { durationMinutes: 720 } })).toEqual([
      '08:00',
    ]);
  });
});

describe('busy time', () => {
  const morning = ['09:00', '09:30', '10:00', '10:30'];
  const busyFrom = (start: string, end: string): [[string, string]] => [
    [`${MONDAY}T${start}+01:00`, `${MONDAY}T${end}+01:00`],
  ];

  test.each([
    ['a slot that is busy', '09:30', '10:00', ['09:00', '10:00', '10:30']],
    ['slots that are busy for a minute', '09:59', '10:01', ['09:00', '10:30']],
    ['nothing that only touches', '08:00', '09:00', morning],
    ['nothing that only touches behind', '11:00', '12:00', morning],
    ['the whole morning', '08:00', '12:00', []],
  ])('takes %s', (_, start, end, expected) => {
    expect(offeredOnMonday({ busy: busyFrom(start, end) })).toEqual(expected);
  });

  test('counts under the buffer before', () => {
    const rules = { bufferBeforeMinutes: 10 };

    expect(offeredOnMonday({ busy: busyFrom('08:00', '08:50'), rules })).toEqual(morning);
    expect(offeredOnMonday({ busy: busyFrom('08:00', '08:51'), rules })).toEqual(morning.slice(1));
  });

  test('counts under the buffer after', () => {
    const rules = { bufferAfterMinutes: 10 };

    expect(offeredOnMonday({ busy: busyFrom('11:10', '12:00'), rules })).toEqual(morning);
    expect(offeredOnMonday({ busy: busyFrom('11:09', '12:00'), rules })).toEqual(
      morning.slice(0, 3),
    );
  });

  test('shorter than the step between two slots takes neither', () => {
    const rules = { durationMinutes: 10 };

    expect(offeredOnMonday({ busy: busyFrom('09:10', '09:20'), rules })).toEqual(morning);
  });

  test('buffers may lie outside of open time', () => {
    const rules = { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 };

    expect(offeredOnMonday({ rules })).toEqual(morning);
  });

  test('a long interval hides none that comes after it', () => {
    const busy = [
      [`${MONDAY}T08:00+01:00`, `${MONDAY}T09:45+01:00`],
      [`${MONDAY}T08:10+01:00`, `${MONDAY}T08:20+01:00`],
      [`${MONDAY}T10:30+01:00`, `${MONDAY}T10:40+01:00`],
    ] as const;

    expect(offeredOnMonday({ busy })).toEqual(['10:00']);
  });
});

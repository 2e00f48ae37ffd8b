import { describe, expect, test } from '@jest/globals';
import { findSlots } from '../../src/availability/slots.ts';
import { MONDAY, offeredOnMonday, onWall, searchFor } from '../support/offers.ts';

describe('minimum notice', () => {
  const rules = { minimumNoticeMinutes: 60 };

  test.each([
    ['exactly the notice away is offered', `${MONDAY}T08:30:00+01:00`, ['09:30', '10:00', '10:30']],
    ['a millisecond less is not', `${MONDAY}T08:30:00.001+01:00`, ['10:00', '10:30']],
    ['the end of the day is out of reach', `${MONDAY}T09:30:01+01:00`, []],
  ])('a start %s', (_, now, expected) => {
    expect(offeredOnMonday({ now, rules })).toEqual(expected);
  });

  test('without notice a slot is offered until it starts', () => {
    expect(offeredOnMonday({ now: `${MONDAY}T10:30:00+01:00` })).toEqual(['10:30']);
    expect(offeredOnMonday({ now: `${MONDAY}T10:30:01+01:00` })).toEqual([]);
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
    expect(offeredOnMonday({ rules, booked: { [MONDAY]: 2 } })).toEqual([]);
    expect(offeredOnMonday({ rules, booked: { [MONDAY]: 3 } })).toEqual([]);
  });

  test('leaves a date with fewer, whatever its neighbours have', () => {
    const booked = { '2026-11-22': 5, [MONDAY]: 1, '2026-11-24': 5 };

    expect(offeredOnMonday({ rules, booked })).toHaveLength(4);
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
    const now = `${MONDAY}T00:00Z`;
    const rules = { horizonDays: 1 };

    expect(offeredOnMonday({ from: '0001-01-01', to: '9999-12-31', now, rules })).toHaveLength(8);
    expect(offeredOnMonday({ from: '2020-01-01', to: '2020-12-31', now, rules })).toEqual([]);
    expect(offeredOnMonday({ from: '9999-01-01', to: '9999-12-31', now, rules })).toEqual([]);
    expect(offeredOnMonday({ from: '2026-11-24', to: '2026-11-23', now, rules })).toEqual([]);
  });

  test('a zone that is none is refused', () => {
    expect(() => offeredOnMonday({ viewer: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

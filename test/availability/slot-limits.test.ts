import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf } from '../../src/availability/dates.ts';
import { nextGridStart } from '../../src/availability/grid.ts';
import { openHours } from '../../src/availability/open-hours.ts';
import { limitsAt, nextChange } from '../../src/availability/slot-limits.ts';
import { findSlots } from '../../src/availability/slots.ts';
import { timeZoneNamed } from '../../src/availability/time-zone.ts';
import { at, onWall, searchFor } from '../support/offers.ts';

const berlin = openHours({ timeZone: 'Europe/Berlin', weekly: [], overrides: [] });
const rules = { stepMinutes: 15, minimumNoticeMinutes: 60, horizonDays: 60 };

test('starts lie between now + notice, rounded up to the minute, and the end of the last date', () => {
  const limits = limitsAt(new Date('2026-11-23T12:00:01Z'), berlin, rules);

  expect(limits.earliest).toBe(at('2026-11-23T13:01Z'));
  expect(limits.end).toBe(at('2027-01-23T00:00+01:00'));
  expect([limits.today, limits.lastDay].map(dateOf)).toEqual(['2026-11-23', '2027-01-22']);
});

describe('the next start of the grid', () => {
  test.each([
    [
      'is the one just now',
      'Europe/Berlin',
      15,
      '2026-11-23T09:00+01:00',
      '2026-11-23T09:00+01:00',
    ],
    ['is ahead', 'Europe/Berlin', 15, '2026-11-23T09:01+01:00', '2026-11-23T09:15+01:00'],
    ['is midnight', 'Europe/Berlin', 25, '2026-11-23T23:46+01:00', '2026-11-24T00:00+01:00'],
    ['is not skipped', 'Europe/Berlin', 60, '2026-03-29T01:01+01:00', '2026-03-29T03:00+02:00'],
    ['comes twice', 'Europe/Berlin', 60, '2026-10-25T02:01+02:00', '2026-10-25T02:00+01:00'],
    ['has no midnight', 'Africa/Cairo', 720, '2024-04-25T12:01+02:00', '2024-04-26T12:00+03:00'],
  ])('%s', (_, timeZone, step, now, next) => {
    expect(onWall([nextGridStart(timeZoneNamed(timeZone), step, at(now))])).toEqual(
      onWall([at(next)]),
    );
  });
});

describe('time alone changes nothing', () => {
  test.each([
    ['until a start falls inside notice', '2026-11-23T12:03:10Z', '2026-11-23T12:15:00.001Z'],
    ['while now + notice is on the grid', '2026-11-23T12:15:00Z', '2026-11-23T12:15:00.001Z'],
    ['then until the next', '2026-11-23T12:15:00.001Z', '2026-11-23T12:30:00.001Z'],
    ['until the organiser’s midnight', '2026-11-23T22:50:00Z', '2026-11-23T23:00:00Z'],
    ['until the start that midnight itself is', '2026-11-23T23:00:00Z', '2026-11-23T23:00:00.001Z'],
  ])('%s', (_, now, change) => {
    expect(nextChange(new Date(now), berlin, rules)).toEqual(new Date(change));
  });

  test('between two moments with the same next change the slots are the same', () => {
    const search = searchFor({
      from: '2026-03-27',
      to: '2026-04-05',
      open: '00:00-24:00',
      rules: { horizonDays: 2, minimumNoticeMinutes: 50 },
    });
    const moment = fc.integer({
      min: Date.parse('2026-03-27T00:00Z'),
      max: Date.parse('2026-04-01T00:00Z'),
    });
    const property = fc.property(moment, (milliseconds) => {
      const now = new Date(milliseconds);
      const change = nextChange(now, search.availability, search.rules);
      const justBefore = new Date(change.getTime() - 1);

      expect(change.getTime()).toBeGreaterThan(milliseconds);
      expect(nextChange(justBefore, search.availability, search.rules)).toEqual(change);
      expect(findSlots({ ...search, now: justBefore })).toEqual(findSlots({ ...search, now }));
    });

    fc.assert(property, { numRuns: 300 });
  });
});

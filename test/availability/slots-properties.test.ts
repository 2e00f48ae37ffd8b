// The engine against a minute-by-minute brute force, in weeks with odd clock changes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packed, packedApart } from '../../src/availability/intervals.ts';
import { openHours } from '../../src/availability/open-hours.ts';
import { isOffered } from '../../src/availability/refusal.ts';
import { findSlots, type SlotSearch } from '../../src/availability/slots.ts';
import {
  bruteForceSlots,
  isAllowed,
  liesInOpenTime,
  minutesViewed,
  missesBusyTime,
  missesTimeOff,
  type PlainSearch,
} from '../support/brute-force-slots.ts';
import { plainSearches } from '../support/odd-weeks.ts';

const numRuns = 40; // the brute force takes some 50 ms for each
const more = { numRuns: numRuns * 10 };

function searchOf(plain: PlainSearch, pack = packed): SlotSearch {
  const availability = openHours(plain.availability, packed(plain.timeOff));
  return { ...plain, availability, busy: pack(plain.busy) };
}

describe('in weeks with odd clock changes', () => {
  test('every offered slot lies in open time and misses all busy time', () => {
    const property = fc.property(plainSearches, (plain) => {
      const starts = findSlots(searchOf(plain));

      expect(starts.filter((start) => !liesInOpenTime(plain, start))).toEqual([]);
      expect(starts.filter((start) => !missesBusyTime(plain, start))).toEqual([]);
      expect(starts.filter((start) => !missesTimeOff(plain, start))).toEqual([]);
      expect(starts.filter((start) => !isAllowed(plain, start))).toEqual([]);
    });

    fc.assert(property, { numRuns });
  });

  test('every grid start that does so is offered', () => {
    const property = fc.property(plainSearches, (plain) => {
      const offered = new Set(findSlots(searchOf(plain)));

      expect(bruteForceSlots(plain).filter((start) => !offered.has(start))).toEqual([]);
    });

    fc.assert(property, { numRuns });
  });

  test('slots are sorted, and none comes twice', () => {
    const property = fc.property(plainSearches, (plain) => {
      const starts = findSlots(searchOf(plain));

      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    });

    fc.assert(property, more);
  });

  test('the slots are the same instants whatever the zone of the viewer', () => {
    const property = fc.property(plainSearches, fc.constantFrom(...VIEWERS), (plain, viewer) => {
      const dates = { from: '1990-01-01', to: '2030-12-31' };
      const own = findSlots({ ...searchOf(plain), ...dates });

      expect(findSlots({ ...searchOf(plain), ...dates, viewerTimeZone: viewer })).toEqual(own);
    });

    fc.assert(property, more);
  });

  test('busy time need not be merged', () => {
    const property = fc.property(plainSearches, (plain) => {
      expect(findSlots(searchOf(plain, packedApart))).toEqual(findSlots(searchOf(plain)));
    });

    fc.assert(property, more);
  });

  test('one start asked for alone is answered as among all', () => {
    const property = fc.property(plainSearches, (plain) => {
      const search = searchOf(plain);

      const alone = minutesViewed(plain).filter((minute) => isOffered(search, minute));

      expect(alone).toEqual(findSlots(search));
    });

    fc.assert(property, { numRuns });
  });
});

const VIEWERS = ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu', 'Africa/Cairo'];

import { expect, test } from '@jest/globals';
import { eventIdOf, isAnothers } from '../../src/calendars/publication.ts';

const bookingId = '0F8FAD5B-D9CB-469F-A165-70867728950E';

test('the event id is the hex of the booking id, and each further attempt has its own', () => {
  const first = eventIdOf(bookingId);
  const second = eventIdOf(bookingId, first);
  const third = eventIdOf(bookingId, second);

  expect([first, second, third]).toEqual([
    '0f8fad5bd9cb469fa16570867728950e',
    '0f8fad5bd9cb469fa16570867728950er2',
    '0f8fad5bd9cb469fa16570867728950er3',
  ]);
});

test.each([
  ['another booking’s', { bookingId: 'b2' }, true, true],
  ['nobody’s, and was never seen', { bookingId: null }, false, true],
  ['nobody’s any more, and was ours', { bookingId: null }, true, false],
  ['ours', { bookingId: 'b' }, false, false],
])('an event that is %s', (_what, event, isKnownThere, expected) => {
  const isTaken = isAnothers({ bookingId: 'b', isKnownThere }, event);

  expect(isTaken).toBe(expected);
});

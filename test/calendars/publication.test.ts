import { expect, test } from '@jest/globals';
import { eventIdOf } from '../../src/calendars/publication.ts';

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

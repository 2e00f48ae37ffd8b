import { expect, test } from '@jest/globals';
import { wallTime } from '../../src/explanations/wall-time.ts';

test.each([
  ['Europe/Berlin', '2026-11-24', '10:00', '2026-11-24T09:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-24', '10:00', '2026-11-24T04:15:00.000Z'],
])('in %s, %s %s is one instant', (timeZone, date, time, instant) => {
  const { startsAt, isSkipped, again } = wallTime(timeZone, date, time);

  expect([startsAt.toISOString(), isSkipped, again]).toEqual([instant, false, null]);
});

test('a skipped time is as much later as the clock went forward', () => {
  const { startsAt, isSkipped, again } = wallTime('Europe/Berlin', '2026-03-29', '02:30');

  expect([startsAt.toISOString(), isSkipped, again]).toEqual([
    '2026-03-29T01:30:00.000Z',
    true,
    null,
  ]);
});

test('a repeated time has its second instant', () => {
  const { startsAt, isSkipped, again } = wallTime('Europe/Berlin', '2026-10-25', '02:30');

  expect([startsAt.toISOString(), isSkipped, again?.toISOString()]).toEqual([
    '2026-10-25T00:30:00.000Z',
    false,
    '2026-10-25T01:30:00.000Z',
  ]);
});

// What is shown beside "has just been taken".
import { expect, test } from '@jest/globals';
import { withoutTaken } from '../../src/web/picker/picker-view.ts';

test('no slot that overlaps the one just taken is offered, and those beside it stay', () => {
  const taken = new Date('2026-11-25T09:30:00Z');
  const start = taken.getTime() / 60_000;
  const starts = [-30, -15, 0, 15, 30].map((minutes) => start + minutes);

  const left = withoutTaken({ starts, durationMinutes: 30 }, taken);

  expect(left.starts).toEqual([start - 30, start + 30]);
});

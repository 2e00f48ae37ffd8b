import { expect, test } from '@jest/globals';
import { inOrder } from '../../../src/calendars/following/reading-order.ts';
import { at } from './follow-room.ts';

/** Half an hour at `from`, dragged to `to`; null: deleted. */
function change(name: string, from: number, to: number | null) {
  const ours = { startsAt: at(from), endsAt: at(from, 30) };
  const event =
    to === null
      ? { status: 'cancelled', startsAt: at(from), endsAt: at(from, 30) }
      : { status: 'confirmed', startsAt: at(to), endsAt: at(to, 30) };
  return { name, followed: { ours }, event } as Parameters<typeof inOrder>[0][number] & {
    name: string;
  };
}

test.each([
  ['what is deleted makes room first', [change('a', 10, 11), change('b', 11, null)], 'ba'],
  ['what moves away makes room first', [change('a', 10, 11), change('b', 11, 12)], 'ba'],
  [
    'of a long row the last goes first',
    [change('a', 9, 10), change('b', 10, 11), change('c', 11, 12)],
    'cba',
  ],
  [
    'two that change places go one after the other',
    [change('a', 10, 11), change('b', 11, 10)],
    'ab',
  ],
  ['what stays where it is keeps its order', [change('a', 10, 10), change('b', 11, 11)], 'ab'],
])('%s', (_rule, changes, order) => {
  const ordered = inOrder(changes);

  expect(ordered.map(({ name }) => name).join('')).toBe(order);
});

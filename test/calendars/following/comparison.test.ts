// Agreed, theirs, ours: who changed what, and what follows. Times of one day, as hours.
import { expect, test } from '@jest/globals';
import {
  type Agreed,
  compare,
  type Ours,
  type Theirs,
  type TheirEvent,
} from '../../../src/calendars/following/comparison.ts';

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 3, hour, minute));
const span = (hour: number) => ({ startsAt: at(hour), endsAt: at(hour, 30) });
const now = at(6);

/** Agreed at 10:00, in revision 2, as Google had it at 05:00. */
const agreed = (change: Partial<Agreed> = {}): Agreed => ({
  etag: '"1"',
  updatedAt: at(5),
  revision: 2,
  ...span(10),
  ...change,
});

const untouched = (): TheirEvent => ({
  etag: '"1"',
  updatedAt: at(5),
  revision: 2,
  isRecurring: false,
  ...span(10),
});

/** Changed by somebody at Google at 05:30. */
const theirs = (change: Partial<TheirEvent> = {}): TheirEvent => ({
  ...untouched(),
  etag: '"2"',
  updatedAt: at(5, 30),
  ...change,
});

const ours = (change: Partial<Ours> = {}): Ours => ({
  state: 'confirmed',
  revision: 2,
  changedAt: at(5),
  changedBy: 'attendee',
  ...span(10),
  ...change,
});

const oursMoved = (minute: number) => ours({ revision: 3, changedAt: at(5, minute), ...span(15) });
const oursCancelled = ours({ state: 'cancelled', revision: 3, changedAt: at(5, 10) });
const allDay = theirs({ startsAt: null, endsAt: null });

const agreement = { is: 'agreed' };
const toPublish = { is: 'ours to publish', overrules: false };
const moved = (hour: number) => ({ is: 'moved', ...span(hour) });

test.each<[string, Theirs, Ours, object]>([
  ['nobody changed anything', untouched(), ours(), agreement],
  ['only the title or a guest changed', theirs(), ours(), agreement],
  ['theirs moved', theirs(span(14)), ours(), moved(14)],
  [
    'theirs became longer',
    theirs({ endsAt: at(11) }),
    ours(),
    { is: 'moved', startsAt: at(10), endsAt: at(11) },
  ],
  ['ours moved, theirs did not', untouched(), oursMoved(20), toPublish],
  ['ours moved, theirs changed in title', theirs(), oursMoved(20), toPublish],
  ['ours moved before theirs did', theirs(span(14)), oursMoved(20), moved(14)],
  [
    'ours moved after theirs did',
    theirs(span(14)),
    oursMoved(40),
    { is: 'ours to publish', overrules: true },
  ],
  ['both moved to the same time', theirs(span(15)), oursMoved(20), agreement],
  ['theirs is deleted', 'gone', ours(), { is: 'deleted' }],
  ['theirs is deleted, ours moved later', 'gone', oursMoved(40), { is: 'deleted' }],
  ['ours is cancelled', untouched(), oursCancelled, toPublish],
  ['ours is cancelled, theirs moved later', theirs(span(14)), oursCancelled, toPublish],
  ['both are gone', 'gone', oursCancelled, agreement],
  ['theirs lasts all day', allDay, ours(), { is: 'flagged', flag: 'all_day' }],
  [
    'theirs lasts all day, ours moved before',
    allDay,
    oursMoved(20),
    { is: 'flagged', flag: 'all_day' },
  ],
  ['theirs lasts all day, ours moved later', allDay, oursMoved(40), toPublish],
  [
    'theirs is a series',
    theirs({ isRecurring: true, ...span(14) }),
    ours(),
    { is: 'flagged', flag: 'recurring' },
  ],
  [
    'theirs is a series, ours is cancelled: the others of the series stay',
    theirs({ isRecurring: true }),
    oursCancelled,
    { is: 'flagged', flag: 'recurring' },
  ],
  ['theirs is where we cannot read', 'out of reach', ours(), { is: 'flagged', flag: 'moved_away' }],
])('%s', (_case, theirs, ours, expected) => {
  const verdict = compare(agreed(), theirs, ours, now);

  expect(verdict).toEqual(expected);
});

test('our own write is no news, also when its answer was lost', () => {
  const written = theirs({ revision: 3, ...span(15) });

  const verdict = compare(agreed(), written, oursMoved(20), now);

  expect(verdict).toEqual(agreement);
});

test('a move after our write is followed, although the answer to our write was lost', () => {
  const written = theirs({ revision: 3, ...span(14) });

  const verdict = compare(agreed(), written, oursMoved(20), now);

  expect(verdict).toEqual(moved(14));
});

test('a move back to where it was, after our write, is followed as well', () => {
  const written = theirs({ revision: 3, ...span(10) });

  const verdict = compare(agreed(), written, oursMoved(20), now);

  expect(verdict).toEqual(moved(10));
});

test('a move that was followed leaves an older revision in the event, and is no news', () => {
  const followed = ours({ revision: 3, changedBy: 'google', ...span(14) });

  const verdict = compare(agreed({ revision: 3, ...span(14) }), theirs(span(14)), followed, now);

  expect(verdict).toEqual(agreement);
});

test('a series that what took place has become is the organiser’s own', () => {
  const completed = ours({ state: 'completed' });

  const verdict = compare(agreed(), theirs({ isRecurring: true }), completed, at(12));

  expect(verdict).toEqual(agreement);
});

test('an older state that comes late changes nothing', () => {
  const late = theirs({ updatedAt: at(4), ...span(14) });

  const verdict = compare(agreed(), late, ours(), now);

  expect(verdict).toEqual({ is: 'stale' });
});

test('an event that was inserted and never agreed on is published as ours stands', () => {
  const nothing = { etag: null, updatedAt: null, startsAt: null, endsAt: null, revision: null };

  const verdict = compare(nothing, theirs({ revision: 1 }), oursMoved(20), now);

  expect(verdict).toEqual(toPublish);
});

test('an event that is restored after its deletion was followed is on again', () => {
  const deleted = { ...oursCancelled, changedBy: 'google' } as const;

  const verdict = compare(agreed({ revision: 3 }), theirs(), deleted, now);

  expect(verdict).toEqual({ is: 'restored', ...span(10) });
});

test('an event that is restored after it was cancelled with us stays cancelled, and is flagged', () => {
  const verdict = compare(agreed({ revision: 3 }), theirs(), oursCancelled, now);

  expect(verdict).toEqual({ is: 'flagged', flag: 'restored' });
});

test('the state from before the deletion that comes late is no return', () => {
  const deletion = agreed({ revision: 3, etag: null });

  const verdict = compare(deletion, untouched(), oursCancelled, now);

  expect(verdict).toEqual({ is: 'stale' });
});

test.each<[string, Theirs]>([
  ['deleted', 'gone'],
  ['moved within what has passed', theirs(span(8))],
])('what is over stays as it was, also when its event is %s', (_case, theirs) => {
  const verdict = compare(agreed(), theirs, ours(), at(10, 30));

  expect(verdict).toEqual(agreement);
});

test.each(['confirmed', 'completed'] as const)(
  'what is over and %s is on again when its event is put off to a time to come',
  (state) => {
    const verdict = compare(agreed(), theirs(span(14)), ours({ state }), at(12));

    expect(verdict).toEqual(moved(14));
  },
);

test('who did not come stays marked as that', () => {
  const verdict = compare(agreed(), theirs(span(14)), ours({ state: 'no_show' }), at(12));

  expect(verdict).toEqual(agreement);
});

import { expect, test } from '@jest/globals';
import { decide } from '../../src/calendars/publish-decision.ts';
import type { CalendarEvent } from '../../src/google/google.ts';
import { calendarEvent } from './calendar-event.ts';

const startsAt = new Date('2026-03-02T10:00:00Z');
const endsAt = new Date('2026-03-02T10:30:00Z');
const later = {
  startsAt: new Date('2026-03-02T15:00:00Z'),
  endsAt: new Date('2026-03-02T15:30:00Z'),
};
const booking = { bookingId: 'b', revision: 3, startsAt, endsAt };

const theirs = (change: Partial<CalendarEvent>) =>
  calendarEvent({ bookingId: 'b', revision: 3, startsAt, endsAt, ...change });

test.each<[string, ReturnType<typeof decide>, Partial<CalendarEvent>]>([
  ['an event like the booking', 'nothing', {}],
  ['an older event at the same time', 'nothing', { revision: 2 }],
  ['an older event at another time', 'patch', { revision: 2, ...later }],
  ['an event without its revision at another time', 'patch', { revision: null, ...later }],
  [
    'an event made all-day before our change',
    'patch',
    { revision: 2, startsAt: null, endsAt: null },
  ],
  ['an event that was moved after our last word', 'nothing', later],
  ['an event of a later revision', 'read again', { revision: 4, ...later }],
  ['a deleted event', 'restore', { status: 'cancelled' }],
  [
    'a deleted event of which only the id is left',
    'restore',
    { status: 'cancelled', bookingId: null },
  ],
  ['an event of another booking', 'fresh id', { bookingId: 'c' }],
  ['a deleted event of another booking', 'fresh id', { bookingId: 'c', status: 'cancelled' }],
  ['an event that is none of ours', 'fresh id', { bookingId: null }],
])('%s: %s', (_what, decision, change) => {
  expect(decide(booking, theirs(change))).toBe(decision);
});

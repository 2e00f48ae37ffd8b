import { expect, test } from '@jest/globals';
import { packed, packedInstants } from '../../src/availability/intervals.ts';
import { ownTime } from '../../src/calendars/own-event.ts';
import type { CalendarEvent } from '../../src/google/google.ts';
import { calendarEvent } from './calendar-event.ts';

const period = { from: new Date('2026-03-02T10:00:00Z'), to: new Date('2026-03-02T11:00:00Z') };

function event(id: string, from: string, to: string, change: Partial<CalendarEvent> = {}) {
  const [startsAt, endsAt] = [new Date(`2026-03-02T${from}Z`), new Date(`2026-03-02T${to}Z`)];
  return calendarEvent({ id, startsAt, endsAt, ...change });
}

const own = event('own', '10:00:00', '11:00:00');

test('the time of an event that stands alone is its own', () => {
  const time = ownTime([own], 'own', period);

  expect(time).toEqual(packedInstants([{ start: period.from, end: period.to }]));
});

test('time that another event takes as well stays busy', () => {
  const time = ownTime([own, event('other', '10:30:00', '12:00:00')], 'own', period);

  expect(time).toEqual(
    packedInstants([{ start: period.from, end: new Date('2026-03-02T10:30:00Z') }]),
  );
});

test.each<[string, Partial<CalendarEvent>]>([
  ['transparent', { isTransparent: true }],
  ['cancelled', { status: 'cancelled' }],
])('a %s event takes no time', (_what, change) => {
  const time = ownTime([own, event('other', '10:00:00', '11:00:00', change)], 'own', period);

  expect(time).toHaveLength(2);
});

test('beside an all-day event everything stays busy', () => {
  const allDay = calendarEvent({ id: 'day', startsAt: null, endsAt: null });

  const time = ownTime([own, allDay], 'own', period);

  expect(time).toEqual(packed([]));
});

test('an event that is not there takes no time of others', () => {
  const time = ownTime([event('other', '08:00:00', '10:15:00')], 'own', period);

  expect(time).toEqual(packed([]));
});

import { describe, expect, test } from '@jest/globals';
import { openHours } from '../../src/availability/open-hours.ts';
import { timeZoneNamed } from '../../src/availability/time-zone.ts';
import { daysOf, periodOf, weeksUntil } from '../../src/numbers/days.ts';
import { countLeadTimes, medianLeadDays } from '../../src/numbers/lead-times.ts';
import type { NumberedBooking } from '../../src/numbers/numbered-booking.ts';
import { utilisation } from '../../src/numbers/utilisation.ts';
import { countWeeks } from '../../src/numbers/weeks.ts';
import { everyDay } from '../support/offers.ts';

const berlin = timeZoneNamed('Europe/Berlin');
/** A Thursday. */
const now = new Date('2026-10-29T12:00:00Z');

function booking(startsAt: string, wishes: Partial<NumberedBooking> = {}): NumberedBooking {
  const start = new Date(startsAt);
  return {
    startsAt: start,
    endsAt: new Date(start.getTime() + 30 * 60_000),
    state: 'completed',
    eventTypeId: 'visit',
    eventTypeTitle: 'Visit',
    bookedAt: start,
    cancelledBy: null,
    ...wishes,
  };
}

describe('weeks', () => {
  test('begin on Mondays of the organiser, the present one being the last', () => {
    const { from, to } = periodOf(weeksUntil(now, berlin, 2));

    expect([from.toISOString(), to.toISOString()]).toEqual([
      '2026-10-18T22:00:00.000Z',
      '2026-11-01T23:00:00.000Z',
    ]);
  });

  test('count a booking on the organiser’s date of its start, apart by what became of it', () => {
    const bookings = [
      booking('2026-10-25T22:45:00Z'), // Sunday, 23:45
      booking('2026-10-25T23:15:00Z', { state: 'no_show' }), // Monday, 00:15
      booking('2026-10-27T09:00:00Z', { state: 'cancelled', cancelledBy: 'attendee' }),
      booking('2026-10-30T09:00:00Z', { state: 'confirmed' }),
    ];

    expect(countWeeks(weeksUntil(now, berlin, 2), bookings)).toEqual([
      { monday: '2026-10-19', booked: 1, noShows: 0, cancelled: 0, cancelledByAttendee: 0 },
      { monday: '2026-10-26', booked: 1, noShows: 1, cancelled: 1, cancelledByAttendee: 1 },
    ]);
  });

  test('of dates that are no whole weeks count just those dates', () => {
    const days = daysOf({ from: '2026-10-21', to: '2026-10-26' }, now, berlin);

    const weeks = countWeeks(days, [booking('2026-10-26T09:00:00Z')]);

    expect(periodOf(days)).toEqual({
      from: new Date('2026-10-20T22:00:00Z'),
      to: new Date('2026-10-26T23:00:00Z'),
    });
    expect(weeks).toMatchObject([
      { monday: '2026-10-19', booked: 0 },
      { monday: '2026-10-26', booked: 1 },
    ]);
  });
});

describe('utilisation', () => {
  const hours = openHours({
    timeZone: 'Europe/Berlin',
    weekly: everyDay('09:30-11:00'),
    overrides: [],
  });
  const cellsOf = (bookings: NumberedBooking[]) =>
    utilisation(weeksUntil(now, berlin, 1), hours, bookings, now).filter(
      ({ openMinutes }) => openMinutes > 0,
    );

  test('counts open minutes by weekday and hour until now', () => {
    const cells = cellsOf([]);

    expect(cells.map(({ weekday, hour, openMinutes }) => [weekday, hour, openMinutes])).toEqual(
      [1, 2, 3, 4].flatMap((weekday) => [
        [weekday, 9, 30],
        [weekday, 10, 60],
      ]),
    );
  });

  test('counts booked minutes of open time only, and of bookings that were not cancelled', () => {
    const cells = cellsOf([
      booking('2026-10-26T08:45:00Z'), // Monday 09:45–10:15
      booking('2026-10-26T10:00:00Z'), // closed by then
      booking('2026-10-27T08:45:00Z', { state: 'cancelled' }),
    ]);

    expect(cells.filter(({ bookedMinutes }) => bookedMinutes > 0)).toEqual([
      { weekday: 1, hour: 9, openMinutes: 30, bookedMinutes: 15 },
      { weekday: 1, hour: 10, openMinutes: 60, bookedMinutes: 15 },
    ]);
  });

  test('counts an hour that the clock shows twice twice', () => {
    const nights = openHours({
      timeZone: 'Europe/Berlin',
      weekly: everyDay('02:00-03:00'),
      overrides: [],
    });
    const weeks = weeksUntil(now, berlin, 2);

    const sunday = utilisation(weeks, nights, [], now).find(
      ({ weekday, hour }) => weekday === 7 && hour === 2,
    );

    expect(sunday?.openMinutes).toBe(120);
  });
});

describe('lead times', () => {
  const ahead = (bookedAt: string) =>
    booking('2026-10-28T08:00:00Z', { bookedAt: new Date(bookedAt) });

  test('are counted in the organiser’s dates', () => {
    const counts = countLeadTimes(berlin, [
      ahead('2026-10-28T07:00:00Z'),
      ahead('2026-10-27T22:30:00Z'), // 23:30 the evening before
      ahead('2026-09-01T08:00:00Z'),
    ]);

    expect(counts.filter(({ count }) => count > 0)).toEqual([
      { fromDays: 0, toDays: 0, count: 1 },
      { fromDays: 1, toDays: 1, count: 1 },
      { fromDays: 31, toDays: null, count: 1 },
    ]);
  });

  test('have a median, of two the middle between them, of none nothing', () => {
    const [same, before, week] = ['28', '27', '21'].map((day) => ahead(`2026-10-${day}T07:00:00Z`));

    expect(medianLeadDays(berlin, [week!, same!, before!])).toBe(1);
    expect(medianLeadDays(berlin, [same!, before!])).toBe(0.5);
    expect(medianLeadDays(berlin, [])).toBeNull();
  });
});

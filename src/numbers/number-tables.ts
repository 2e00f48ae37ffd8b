import type { Cell } from '../attendees/csv.ts';
// The numbers as rows: what the tables beside the pictures show, and what the files hold.
import { dateOf, dayOf } from '../availability/dates.ts';
import { minuteOf } from '../availability/gather-offer.ts';
import { formatInstant } from '../availability/slots-json.ts';
import { dayText } from '../web/dates.ts';
import type { Numbers } from './gather-numbers.ts';
import { hourText } from './heat-map.ts';
import { leadDays } from './lead-times.ts';

export type Table = { head: readonly string[]; rows: readonly (readonly Cell[])[] };

export const tableNames = ['weeks', 'open-hours', 'lead-times', 'starts', 'bookings'] as const;
export type TableName = (typeof tableNames)[number];

export function tableOf(name: TableName, numbers: Numbers): Table {
  return tables[name](numbers);
}

const tables: Record<TableName, (numbers: Numbers) => Table> = {
  weeks: weekTable,
  'open-hours': openHoursTable,
  'lead-times': leadTable,
  starts: startTable,
  bookings: bookingTable,
};

function weekTable({ perWeek }: Numbers): Table {
  return {
    head: ['Week from', 'Kept or to come', 'Did not come', 'Cancelled'],
    rows: perWeek.map(({ monday, booked, noShows, cancelled }) => [
      monday,
      booked,
      noShows,
      cancelled,
    ]),
  };
}

function openHoursTable({ cells }: Numbers): Table {
  return {
    head: ['Weekday', 'Hour', 'Open minutes', 'Booked minutes', 'Booked %'],
    rows: cells
      .filter(({ openMinutes }) => openMinutes > 0)
      .map(({ weekday, hour, openMinutes, bookedMinutes }) => [
        weekdayText(weekday),
        hourText(hour),
        openMinutes,
        bookedMinutes,
        Math.round((bookedMinutes / openMinutes) * 100),
      ]),
  };
}

function leadTable({ leadTimes }: Numbers): Table {
  return {
    head: ['Booked ahead', 'Bookings'],
    rows: leadTimes.map(({ label, count }) => [label, count]),
  };
}

function startTable({ perHour }: Numbers): Table {
  return {
    head: ['Hour', 'Appointments'],
    rows: perHour
      .filter(({ count }) => count > 0)
      .map(({ hour, count }) => [hourText(hour), count]),
  };
}

/** Nothing of the person: attendees have a file of their own. */
function bookingTable({ bookings, weeks }: Numbers): Table {
  const { timeZone } = weeks;
  const instant = (at: Date) => formatInstant(minuteOf(at), timeZone.name);
  return {
    head: ['Start', 'End', 'Event type', 'State', 'Cancelled by', 'Booked at', 'Days ahead'],
    rows: bookings.map((booking) => [
      instant(booking.startsAt),
      instant(booking.endsAt),
      booking.eventTypeTitle,
      booking.state,
      booking.cancelledBy,
      instant(booking.bookedAt),
      leadDays(timeZone, booking),
    ]),
  };
}

/** Of 1970-01-05, a Monday. */
function weekdayText(weekday: number): string {
  return dayText(dayOf('1970-01-05') + weekday - 1)
    .split(' ')[0]!
    .replace(',', '');
}

export function fileNameOf(name: TableName, { weeks }: Numbers): string {
  return `${name}-${dateOf(weeks.firstDay)}-${dateOf(weeks.lastDay)}.csv`;
}

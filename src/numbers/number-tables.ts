// The numbers as rows: what the tables beside the pictures show, and what the files hold.
import type { Cell } from '../attendees/csv.ts';
import { minuteOf } from '../availability/gather-offer.ts';
import { formatInstant } from '../availability/slots-json.ts';
import { say } from '../languages/say.ts';
import { weekdayNames } from '../web/dates.ts';
import { datesOf } from './days.ts';
import type { Numbers } from './gather-numbers.ts';
import { leadDays } from './lead-times.ts';
import { hourText, leadText } from './number-words.ts';

export type Table = { head: readonly string[]; rows: readonly (readonly Cell[])[] };

export const tableNames = [
  'weeks',
  'open-hours',
  'lead-times',
  'starts',
  'losses',
  'event-types',
  'bookings',
] as const;
export type TableName = (typeof tableNames)[number];

export function tableOf(name: TableName, numbers: Numbers): Table {
  return tables[name](numbers);
}

export function fileNameOf(name: TableName, { days }: Numbers): string {
  const { from, to } = datesOf(days);
  return `${name}-${from}-${to}.csv`;
}

const tables: Record<TableName, (numbers: Numbers) => Table> = {
  weeks: weekTable,
  'open-hours': openHoursTable,
  'lead-times': leadTable,
  starts: startTable,
  losses: lossTable,
  'event-types': kindTable,
  bookings: bookingTable,
};

const keptHead = () => [say('Kept or to come'), say('Did not come'), say('Cancelled')];

function weekTable({ perWeek }: Numbers): Table {
  return {
    head: [say('Week from'), ...keptHead()],
    rows: perWeek.map((week) => [week.monday, week.booked, week.noShows, week.cancelled]),
  };
}

function openHoursTable({ cells }: Numbers): Table {
  const weekdays = weekdayNames();
  return {
    head: [
      say('Weekday'),
      say('Hour'),
      say('Open minutes'),
      say('Booked minutes'),
      say('Booked %'),
    ],
    rows: cells
      .filter(({ openMinutes }) => openMinutes > 0)
      .map(({ weekday, hour, openMinutes, bookedMinutes }) => [
        weekdays[weekday - 1]!.long,
        hourText(hour),
        openMinutes,
        bookedMinutes,
        Math.round((bookedMinutes / openMinutes) * 100),
      ]),
  };
}

function leadTable({ leadTimes }: Numbers): Table {
  return {
    head: [say('Booked ahead'), say('Bookings')],
    rows: leadTimes.map((lead) => [leadText(lead), lead.count]),
  };
}

function startTable({ perHour }: Numbers): Table {
  return {
    head: [say('Hour'), say('Appointments')],
    rows: perHour
      .filter(({ count }) => count > 0)
      .map(({ hour, count }) => [hourText(hour), count]),
  };
}

function lossTable({ perWeek }: Numbers): Table {
  return {
    head: [
      say('Week from'),
      say('Did not come'),
      say('Cancelled by attendees'),
      say('Cancelled by you or in Google'),
    ],
    rows: perWeek.map(({ monday, noShows, cancelled, cancelledByAttendee }) => [
      monday,
      noShows,
      cancelledByAttendee,
      cancelled - cancelledByAttendee,
    ]),
  };
}

function kindTable({ perKind }: Numbers): Table {
  return {
    head: [say('Event type'), ...keptHead()],
    rows: perKind.map((kind) => [kind.title, kind.booked, kind.noShows, kind.cancelled]),
  };
}

/** Nothing of the person: src/attendees has that file. States and who cancelled stay words of the API. */
function bookingTable({ bookings, days: { timeZone } }: Numbers): Table {
  const instant = (at: Date) => formatInstant(minuteOf(at), timeZone.name);
  return {
    head: [
      say('Start'),
      say('End'),
      say('Event type'),
      say('State'),
      say('Cancelled by'),
      say('Booked at'),
      say('Days ahead'),
    ],
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

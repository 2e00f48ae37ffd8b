// An organiser's calendar and bookings in the API.
import { dateOf } from '../availability/dates.ts';
import { presentOwnBooking } from '../organisers/own-booking-presenter.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import { clockText } from '../web/dates.ts';
import type { ShownBusy } from './find-shown-busy.ts';
import type { OwnCalendar } from './gather-calendar.ts';

export function presentAgenda({ zone, days, bookings, busy }: OwnCalendar) {
  return {
    timeZone: zone.name,
    days: days.map(({ day, open }) => ({
      date: dateOf(day),
      open: open.map(([from, to]) => ({ opens: clockText(from), closes: clockText(to) })),
    })),
    busy: busy && presentBusy(busy),
    bookings: bookings.map(({ booking }) => presentOwnBooking(booking)),
  };
}

function presentBusy({ spans, from, to }: ShownBusy) {
  return {
    knownFrom: from.toISOString(),
    knownUntil: to.toISOString(),
    times: spans.map(({ start, end }) => ({ start: instantOf(start), end: instantOf(end) })),
  };
}

function instantOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}

/** Where a list goes on. */
export function presentCursor({ startsAt, id }: Pick<OwnBooking, 'startsAt' | 'id'>): string {
  return Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url');
}

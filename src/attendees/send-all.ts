// All attendees, and all bookings with what was typed, as files.
import type { Context } from 'koa';
import { dayOf } from '../availability/dates.ts';
import { dateAt, minuteOf } from '../availability/gather-offer.ts';
import { formatInstant } from '../availability/slots-json.ts';
import { startOfDay, timeZoneNamed } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { listBookingsBetween } from './attendee-booking-queries.ts';
import { listAttendees } from './attendee-queries.ts';
import type { Attendee } from './attendee.ts';
import { bookingColumns, type Column } from './booking-columns.ts';
import { personColumns } from './export-csv.ts';
import { sendCsv } from './send-csv.ts';

/** No organiser has so many people: a bound there must be. */
const mostAttendees = 1_000_000;

export async function sendAttendees(
  { database, clock }: Parts,
  ctx: Context,
  { id, timeZone }: Organiser,
): Promise<void> {
  const attendees = await listAttendees(database, id, { limit: mostAttendees }, clock());
  sendRows(ctx, 'attendees.csv', [...personColumns(), ...visitColumns(timeZone)], attendees);
}

/** `from` and `to`: dates of the organiser's, inclusive; none: all. */
export async function sendBookings(
  { database, clock }: Parts,
  ctx: Context,
  { id, timeZone }: Organiser,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<void> {
  const zone = timeZoneNamed(timeZone);
  const period = {
    from: from === undefined ? null : dateAt(startOfDay(zone, dayOf(from))),
    to: to === undefined ? null : dateAt(startOfDay(zone, dayOf(to) + 1)),
  };
  const bookings = await listBookingsBetween(database, id, period, clock());
  const name = ['bookings', from, to].filter(Boolean).join('-');
  sendRows(ctx, `${name}.csv`, bookingColumns(inZone(timeZone)), bookings);
}

function sendRows<Row>(
  ctx: Context,
  fileName: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void {
  const head = columns.map(([title]) => title);
  sendCsv(ctx, fileName, [head, ...rows.map((row) => columns.map(([, cell]) => cell(row)))]);
}

function visitColumns(timeZone: string): Column<Attendee>[] {
  const moment = inZone(timeZone);
  return [
    [say('Visits'), ({ visits }) => visits],
    [say('No-shows'), ({ noShows }) => noShows],
    [say('First visit'), ({ firstVisitAt }) => firstVisitAt && moment(firstVisitAt)],
    [say('Last visit'), ({ lastVisitAt }) => lastVisitAt && moment(lastVisitAt)],
    [say('Next'), ({ nextBookingAt }) => nextBookingAt && moment(nextBookingAt)],
  ];
}

/** "2026-11-23T09:00:00+01:00" */
function inZone(timeZone: string): (at: Date) => string {
  return (at) => formatInstant(minuteOf(at), timeZone);
}

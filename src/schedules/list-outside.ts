import { listTimeOff } from '../availability/availability-queries.ts';
// The bookings to come that lie outside of their hours, as everything stands.
import { openHours } from '../availability/open-hours.ts';
import type { Queryable } from '../database/database.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import { listSchedules } from './schedule-queries.ts';
import { listComingBookings } from './stranded-queries.ts';
import { type ComingBooking, type HoursBySchedule, outsideOf } from './stranded.ts';

export async function listOutside(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<ComingBooking[]> {
  const bookings = await listComingBookings(database, organiserId, now);
  if (bookings.length === 0) return [];
  return outsideOf(await readHoursBySchedule(database, organiserId), bookings);
}

async function readHoursBySchedule(
  database: Queryable,
  organiserId: string,
): Promise<HoursBySchedule> {
  const { timeZone } = await getOrganiserById(database, organiserId);
  const timeOff = await listTimeOff(database, organiserId);
  const schedules = await listSchedules(database, organiserId);
  return new Map(schedules.map((each) => [each.id, openHours({ timeZone, ...each }, timeOff)]));
}

// Schedules, time off and stranded bookings in the organiser's API.
import type { Availability } from '../availability/open-hours.ts';
import type { Schedule, ScheduleUser } from './schedule.ts';
import { scheduleName } from './schedule.ts';
import type { ComingBooking } from './stranded.ts';
import type { TimeOff } from './time-off.ts';

export function presentSchedule(
  schedule: Schedule,
  { timeZone, users }: { timeZone: string; users: readonly ScheduleUser[] },
) {
  const { id, isDefault, weekly, overrides } = schedule;
  return {
    id,
    name: scheduleName(schedule),
    isDefault,
    timeZone,
    weekly: weekly.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    overrides: overrides.map(({ date, intervals, label }) => ({ date, intervals, label })),
    eventTypes: users.map(({ slug }) => slug),
  };
}

export function presentAvailability({ timeZone, weekly, overrides }: Availability): Availability {
  return {
    timeZone,
    weekly,
    overrides: overrides.map(({ date, intervals }) => ({ date, intervals })),
  };
}

export function presentTimeOff({ id, startsAt, endsAt, label }: TimeOff) {
  return { id, start: startsAt.toISOString(), end: endsAt.toISOString(), label };
}

export function presentStranded(stranded: readonly ComingBooking[]) {
  return stranded.map(({ id, startsAt, endsAt }) => ({
    id,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
  }));
}

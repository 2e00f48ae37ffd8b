// What people do with whole calendars: share them and take that back, delete them, set their zone.
import { forbidden } from '../api/refusals.ts';
import type { Role } from '../state.ts';
import type { World } from '../world.ts';
import { calendarAt } from './place.ts';

export function shareCalendar(world: World, calendarId: string, address: string, role: Role): void {
  calendarAt(world, calendarId);
  world.share(calendarId, address, role);
}

export function unshareCalendar(world: World, calendarId: string, address: string): void {
  calendarAt(world, calendarId);
  world.share(calendarId, address, 'none');
}

/** With all that stands on it, for everyone who saw it. An account keeps its primary calendar. */
export function removeCalendar(world: World, calendarId: string): void {
  const calendar = calendarAt(world, calendarId);
  if (calendar.id === calendar.owner) throw forbidden();
  world.removeCalendar(calendarId);
}

/** Days keep their dates and lie elsewhere in time; whatever has an hour stays where it is. */
export function changeCalendarTimeZone(world: World, calendarId: string, timeZone: string): void {
  const calendar = calendarAt(world, calendarId);
  calendar.timeZone = timeZone;
  const account = world.state.accounts[calendarId];
  if (account) account.timeZone = timeZone;
  calendar.version = world.nextVersion();
  world.changed(calendarId);
}

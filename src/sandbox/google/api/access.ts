// Who may do what on which calendar: by the account's role, and by what the token's scopes leave of it.
import type { Calendar, Role } from '../state.ts';
import type { World } from '../world.ts';
import type { Call } from './call.ts';
import { pathId } from './parameters.ts';
import { accessLevelRequired, forbidden, notFound } from './refusals.ts';

export type Access = {
  calendar: Calendar;
  role: Role;
  /** What the reader sees: all, or only when the calendar is busy. */
  sees: 'details' | 'times';
};

const prefix = 'https://www.googleapis.com/auth/calendar';
const order: Role[] = ['freeBusyReader', 'reader', 'writer', 'owner'];
const readScopes = ['', '.readonly', '.app.created', '.events', '.events.readonly'];
const writeScopes = ['', '.app.created', '.events'];
const ownedScopes = ['.events.owned', '.events.owned.readonly'];

export function isAtLeast(role: Role, wanted: string): boolean {
  return order.indexOf(role) >= order.indexOf(wanted as Role);
}

/** `primary` and the address are one calendar. Null: none that this account may know of. */
export function findCalendar({ state }: World, account: string, calendarId: string) {
  const address = account.toLowerCase();
  const id = calendarId === 'primary' ? address : calendarId;
  const calendar = state.calendars[id] ?? state.calendars[id.toLowerCase()];
  if (!calendar) return null;
  const role = calendar.owner === address ? 'owner' : calendar.sharedTo[address];
  return role ? { calendar, role } : null;
}

export function readable(world: World, call: Call): Access {
  const found = findCalendar(world, call.account, pathId(call, 'calendarId'));
  if (!found) throw notFound();
  const seesDetails = isAtLeast(found.role, 'reader') && hasScope(call, found.role, readScopes);
  return { ...found, sees: seesDetails ? 'details' : 'times' };
}

export function writable(world: World, call: Call, calendarId = pathId(call, 'calendarId')) {
  const found = findCalendar(world, call.account, calendarId);
  if (!found) throw notFound();
  if (!isAtLeast(found.role, 'writer')) throw accessLevelRequired('writer');
  if (!hasScope(call, found.role, writeScopes)) throw forbidden();
  return found.calendar;
}

/** The scopes `events.owned` count only on calendars that the account owns. */
function hasScope({ scopes }: Call, role: Role, wide: string[]): boolean {
  const accepted = role === 'owner' ? [...wide, ...ownedScopes] : wide;
  return !scopes || accepted.some((name) => scopes.includes(prefix + name));
}

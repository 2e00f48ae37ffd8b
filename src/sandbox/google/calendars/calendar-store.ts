// How accounts and calendars come, are shared and go.
import type { Account, Calendar, Role } from '../state.ts';
import type { World } from '../world.ts';

export type NewAccount = Pick<Account, 'address'> & Partial<Account>;
export type NewCalendar = Pick<Calendar, 'owner' | 'summary'> &
  Partial<Pick<Calendar, 'id' | 'timeZone' | 'busyTasks'>>;

export function addAccount(
  world: World,
  { address, name, timeZone = 'UTC', sub }: NewAccount,
): Account {
  const account: Account = {
    address: address.toLowerCase(),
    name: name ?? address.split('@')[0]!,
    timeZone,
    sub: sub ?? digits(world, 21),
  };
  world.state.accounts[account.address] = account;
  const { address: id } = account;
  world.addCalendar({ id, owner: id, summary: id, timeZone });
  return account;
}

export function addCalendar(world: World, calendar: NewCalendar): Calendar {
  const { owner, summary, id = `c_${hex(world, 40)}@group.calendar.google.com` } = calendar;
  const added: Calendar = {
    id,
    owner: owner.toLowerCase(),
    summary,
    timeZone: calendar.timeZone ?? world.state.accounts[owner]?.timeZone ?? 'UTC',
    sharedTo: {},
    formerReaders: [],
    busyTasks: calendar.busyTasks ?? [],
    version: world.nextVersion(),
    syncFloor: 0,
  };
  world.state.calendars[id] = added;
  world.state.events[id] = {};
  world.changed();
  return added;
}

export function share(
  world: World,
  calendarId: string,
  address: string,
  role: Role | 'none',
): void {
  const calendar = world.state.calendars[calendarId]!;
  const reader = address.toLowerCase();
  calendar.formerReaders = calendar.formerReaders.filter((former) => former !== reader);
  if (role !== 'none') calendar.sharedTo[reader] = role;
  else if (delete calendar.sharedTo[reader]) calendar.formerReaders.push(reader);
  calendar.version = world.nextVersion();
  world.changed();
}

/** Whoever saw it is told so at the next sync of their list. */
export function removeCalendar(world: World, calendarId: string): void {
  const { state } = world;
  const calendar = state.calendars[calendarId]!;
  const { owner, sharedTo, formerReaders } = calendar;
  delete state.calendars[calendarId];
  delete state.events[calendarId];
  state.removedCalendars.push({
    ...calendar,
    formerReaders: [...formerReaders, owner, ...Object.keys(sharedTo)],
    version: world.nextVersion(),
  });
  world.changed();
}

function digits({ random }: World, length: number): string {
  return Array.from({ length }, () => 1 + Math.floor(random() * 9)).join('');
}

function hex({ random }: World, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}

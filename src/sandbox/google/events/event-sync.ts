// Sync tokens: what a calendar's mirror has to know since its last look. Tombstones are always among it; a changed
// series told as single events brings all its instances in the first call's window, and those it lost.
import type { Access } from '../api/access.ts';
import type { Call } from '../api/call.ts';
import { flag, instant, text } from '../api/parameters.ts';
import { fullSyncRequired, invalid } from '../api/refusals.ts';
import { readSyncToken, syncSignature, writeToken, type SyncToken } from '../api/tokens.ts';
import type { Calendar, StoredEvent } from '../state.ts';
import type { World } from '../world.ts';
import type { CalendarEvent } from './event.ts';
import { exceptionsOf, instancesOf } from './instances.ts';

const forbidden = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];
/** A first call with one of these is given no sync token. */
const unsyncable = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'updatedMin',
];
const expansionMs = 730 * 24 * 60 * 60_000;

export function checkSyncCall(call: Call): void {
  if (text(call, 'syncToken') === undefined) return;
  const clashing = forbidden.find((name) => name in call.params);
  if (clashing) throw invalid(`Sync token cannot be used together with ${clashing}.`, clashing);
  if (text(call, 'showDeleted') === 'false') {
    throw invalid('Sync token cannot be used together with showDeleted=false.', 'showDeleted');
  }
}

export function changedSince(world: World, call: Call, { calendar }: Access): StoredEvent[] {
  const token = readSyncToken(call, text(call, 'syncToken')!);
  // A token from after the state was set back knows what is not there.
  const isKnown = token.version >= calendar.syncFloor && token.version <= world.state.version;
  if (!isKnown) throw fullSyncRequired();
  if (isStale(world, call)) return [];
  const stored = Object.values(world.state.events[calendar.id] ?? {});
  const changed = stored.filter(({ version }) => version > token.version);
  return flag(call, 'singleEvents')
    ? unique(changed.flatMap((one) => asSingles(world, calendar, one, token)))
    : changed;
}

/** Absent where the call's filters make no mirror, or the answer was a stale one. */
export function nextSyncToken(world: World, call: Call, version: number) {
  if (unsyncable.some((name) => name in call.params)) return undefined;
  const given = text(call, 'syncToken');
  const former = given === undefined ? null : readSyncToken(call, given);
  const timeMin = former ? former.timeMin : instant(call, 'timeMin');
  const timeMax = former ? former.timeMax : instant(call, 'timeMax');
  const isStale = given !== undefined && takeStale(world);
  return writeToken({
    sync: syncSignature(call),
    version: isStale && former ? former.version : version,
    ...(timeMin === undefined ? {} : { timeMin }),
    ...(timeMax === undefined ? {} : { timeMax }),
  });
}

/** Makes every sync token of the calendar useless. */
export function expireSyncTokens(world: World, calendarId: string): void {
  const calendar = world.state.calendars[calendarId]!;
  calendar.syncFloor = world.nextVersion();
  world.changed();
}

function asSingles(
  world: World,
  calendar: Calendar,
  changed: StoredEvent,
  token: SyncToken,
): StoredEvent[] {
  const gone = changed.retired
    .filter(({ version }) => version > token.version)
    .map((retired) => tombstone(changed, retired));
  if (!changed.event.recurrence) return [changed, ...gone];
  const { status } = changed.event;
  const start = token.timeMin ?? Number.NEGATIVE_INFINITY;
  const horizon = Math.max(world.clock().getTime(), token.timeMin ?? 0) + expansionMs;
  const span = { start, end: Math.min(token.timeMax ?? horizon, horizon) };
  const instances = instancesOf(world.state, calendar, changed, span);
  const exceptions = exceptionsOf(world.state, calendar, changed.event.id);
  const isNews = ({ event }: StoredEvent) => !exceptions.has(event.id);
  const asSeries = (one: StoredEvent) => ({ ...one, event: { ...one.event, status } });
  return [...gone, ...instances.filter(isNews).map(asSeries)];
}

function tombstone(
  { event, version }: StoredEvent,
  { id, originalStartTime }: StoredEvent['retired'][number],
): StoredEvent {
  const { recurrence: _, ...rest } = event;
  const ofSeries = id === event.id ? {} : { recurringEventId: event.id, originalStartTime };
  const gone = { ...rest, ...ofSeries, id, status: 'cancelled' } as CalendarEvent;
  return { event: gone, version, retired: [] };
}

/** What is there wins over what is said to be gone. */
function unique(events: StoredEvent[]): StoredEvent[] {
  const byId = new Map<string, StoredEvent>();
  for (const stored of events) {
    const known = byId.get(stored.event.id);
    if (!known || known.event.status === 'cancelled') byId.set(stored.event.id, stored);
  }
  return [...byId.values()];
}

function isStale({ switches }: World, call: Call): boolean {
  return switches.staleDeltas > 0 && text(call, 'pageToken') === undefined;
}

function takeStale({ switches }: World): boolean {
  if (switches.staleDeltas === 0) return false;
  switches.staleDeltas -= 1;
  return true;
}

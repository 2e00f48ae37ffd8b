// The reply to a list of events: one page of it, the calendar's own particulars, and how to go on.
import type { Access } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { pageOf } from '../api/paging.ts';
import { answer, text, timeZone } from '../api/parameters.ts';
import type { StoredEvent } from '../state.ts';
import { instantOf } from '../times.ts';
import type { World } from '../world.ts';
import { etagOf } from './event-store.ts';
import { nextSyncToken } from './event-sync.ts';
import type { CalendarEvent } from './event.ts';
import { shownEvent } from './shown-event.ts';

const limits = { usual: 250, most: 2500 };

/** Sorted, cut into pages, and with a sync token on the last. */
export function listed(world: World, call: Call, access: Access, events: StoredEvent[]): Reply {
  const keyOf = (stored: StoredEvent) => keyBy(call, stored, access.calendar.timeZone);
  const page = pageOf(world, call, { items: events, keyOf }, limits);
  const { nextPageToken } = page;
  const nextToken = nextPageToken === undefined && nextSyncToken(world, call, page.version);
  const etag = etagOf(world.state.version);
  const body = {
    etag,
    ...particulars(world, call, access),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
    ...(nextToken ? { nextSyncToken: nextToken } : {}),
    items: page.items.map(({ event }) => item(world, call, access, event)),
  };
  return answer(call, body, etag);
}

function particulars(world: World, call: Call, access: Access) {
  const { calendar, role } = access;
  return {
    kind: 'calendar#events',
    summary: calendar.summary,
    updated: new Date(calendarVersion(world, access)).toISOString(),
    timeZone: timeZone(call, calendar.timeZone),
    accessRole: role,
    defaultReminders: role === 'owner' ? [{ method: 'popup', minutes: 10 }] : [],
  };
}

function item(world: World, call: Call, access: Access, event: CalendarEvent): object {
  if (event.status !== 'cancelled') return shownEvent(call, access, event);
  const full = shownEvent(call, access, event);
  const { kind, etag, id, status, recurringEventId, originalStartTime } = full;
  if (world.switches.bareTombstones && recurringEventId === undefined) return { id, status };
  const bare = { kind, etag, id, status, recurringEventId, originalStartTime };
  return recurringEventId === undefined ? full : bare;
}

function keyBy(call: Call, { event }: StoredEvent, calendarZone: string): string {
  const order = text(call, 'orderBy');
  const by =
    order === 'startTime'
      ? instantOf(event.start, calendarZone)
      : Date.parse(order === 'updated' ? event.updated : event.created);
  return `${String(by + 1e15).padStart(17, '0')} ${event.id}`;
}

function calendarVersion(world: World, { calendar }: Access): number {
  const versions = Object.values(world.state.events[calendar.id] ?? {}).map(
    ({ version }) => version,
  );
  return versions.reduce((latest, version) => Math.max(latest, version), calendar.version);
}

// The one way into a calendar: every written copy gets the next version, and with it a new etag.
import type { StoredEvent } from '../state.ts';
import type { World } from '../world.ts';
import type { CalendarEvent } from './event.ts';

type Write = {
  /** Reminders are the reader's own affair: they leave `updated` alone. */
  keepsUpdated?: boolean;
  /** Instances that this write takes away. */
  retired?: Omit<StoredEvent['retired'][number], 'version'>[];
  meetDue?: string | undefined;
};

export function storeEvent(
  world: World,
  calendarId: string,
  event: CalendarEvent,
  {
    keepsUpdated = false,
    retired = [],
    meetDue = pendingSince(world, calendarId, event),
  }: Write = {},
): StoredEvent {
  const events = (world.state.events[calendarId] ??= {});
  const before = events[event.id];
  const version = world.nextVersion();
  const updated = keepsUpdated ? event.updated : new Date(version).toISOString();
  const stored: StoredEvent = {
    event: { ...structuredClone(event), etag: etagOf(version), updated },
    version,
    retired: [...(before?.retired ?? []), ...retired.map((gone) => ({ ...gone, version }))],
    ...(meetDue === undefined ? {} : { meetDue }),
  };
  events[event.id] = stored;
  world.changed(calendarId);
  return stored;
}

/** A Meet that was asked for stays due through other writes. */
function pendingSince(world: World, calendarId: string, { id, conferenceData }: CalendarEvent) {
  const isPending = conferenceData?.createRequest?.status?.statusCode === 'pending';
  return isPending ? world.state.events[calendarId]?.[id]?.meetDue : undefined;
}

/** Like Google's: twice the microseconds. */
export function etagOf(version: number): string {
  return `"${version * 2000}"`;
}

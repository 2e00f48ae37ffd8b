// The bookings that a reading of their calendar concerns, each compared with its event.
import { GoogleFailure } from '../../google/google-failure.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { Parts } from '../../parts.ts';
import { accessOf } from '../mark-account.ts';
import { followEvent } from './follow-event.ts';
import {
  type Followed,
  listFollowedByEvent,
  listFollowedToCome,
} from './followed-event-queries.ts';
import type { Changes } from './read-changes.ts';
import { inOrder, isDeletion } from './reading-order.ts';
import type { FollowedCalendar } from './sync-queries.ts';

/** Throws GoogleFailure when something could not be looked at: the same changes are then read again. */
export async function followChanges(
  parts: Parts,
  calendar: FollowedCalendar,
  { events, isFull }: Changes,
): Promise<void> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const { calendarId } = calendar;
  const named = await listFollowedByEvent(parts.database, calendarId, [...byId.keys()]);
  const read = named.map((followed) => ({ followed, event: byId.get(followed.eventId!)! }));
  const unnamed = isFull ? await readUnnamed(parts, calendar, byId) : [];
  await followAll(parts, calendar, inOrder([...read, ...unnamed].filter(isNews)));
}

type Change = { followed: Followed; event: CalendarEvent };

/** Of a deletion Google is asked more, and may not answer: what is clear as it is does not wait for that. */
async function followAll(
  parts: Parts,
  calendar: FollowedCalendar,
  changes: Change[],
): Promise<void> {
  let failure: GoogleFailure | null = null;
  for (const change of changes) {
    if (failure && isDeletion(change)) continue;
    try {
      await followOne(parts, calendar, change);
    } catch (error) {
      if (!(error instanceof GoogleFailure)) throw error;
      failure ??= error;
    }
  }
  if (failure) throw failure;
}

async function followOne(
  parts: Parts,
  calendar: FollowedCalendar,
  { followed, event }: Change,
): Promise<void> {
  const { bookingId } = followed;
  const settled = await followEvent(parts, followed, calendar, event);
  if (settled === 'ours to publish')
    await parts.jobs.enqueue(null, 'publish-booking', { bookingId });
}

/** Most of what is read is an echo of our own writing. */
function isNews({ followed: { agreed, ours }, event }: Change): boolean {
  return agreed.etag !== event.etag || agreed.revision !== ours.revision;
}

/** A full list has no tombstones of long ago: every booking to come that it does not name is looked at by itself. */
async function readUnnamed(
  parts: Parts,
  calendar: FollowedCalendar,
  named: ReadonlyMap<string, CalendarEvent>,
): Promise<Change[]> {
  const now = parts.clock();
  const changes: Change[] = [];
  for (const followed of await listFollowedToCome(parts.database, calendar.calendarId, now)) {
    if (named.has(followed.eventId!)) continue;
    const event = await findEvent(parts, calendar, followed);
    if (event) changes.push({ followed, event });
  }
  return changes;
}

/** Null when Google does not find it, which may mean anything: unknown, so nothing follows. */
async function findEvent(
  parts: Parts,
  { account, googleCalendarId }: FollowedCalendar,
  { bookingId, eventId }: Followed,
): Promise<CalendarEvent | null> {
  try {
    return await parts.google.getEvent(accessOf(parts, account), googleCalendarId, eventId!);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    if (error.code === 'gone') return tombstone(eventId!);
    if (error.code !== 'not_found') throw error;
    parts.log.warn({ bookingId }, 'Google does not find the event of a booking');
    return null;
  }
}

/** What a 410 says of an event. */
function tombstone(id: string): CalendarEvent {
  return {
    id,
    etag: '',
    status: 'cancelled',
    iCalUid: null,
    title: null,
    startsAt: null,
    endsAt: null,
    isRecurring: false,
    isTransparent: false,
    guests: [],
    bookingId: null,
    revision: null,
    link: null,
    conferenceLink: null,
    isConferencePending: false,
    updatedAt: null,
  };
}

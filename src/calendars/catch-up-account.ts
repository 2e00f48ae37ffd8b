// After a Google account was connected (again), or calendars were chosen anew: what bookings and busy time missed
// meanwhile. Google is told what it was not told, and asked what it did not tell.
import type { Parts } from '../parts.ts';
import { keepChannelsSoon } from './channels/keep-channels-soon.ts';
import { listWatchedCalendars } from './channels/watched-calendar-queries.ts';
import { listUnpublished } from './publication-queries.ts';

export async function catchUpAccount(parts: Parts, organiserId: string): Promise<void> {
  const { jobs, database, clock } = parts;
  for (const bookingId of await listUnpublished(database, organiserId, clock())) {
    await jobs.enqueue(null, 'publish-booking', { bookingId });
  }
  for (const calendarId of await listFollowed(parts, organiserId)) {
    await jobs.enqueue(null, 'follow-calendar', { calendarId }, { onlyOne: calendarId });
  }
  await jobs.enqueue(null, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
  await keepChannelsSoon(parts, null);
}

async function listFollowed({ database, clock }: Parts, organiserId: string): Promise<string[]> {
  const watched = await listWatchedCalendars(database, { now: clock(), organiserId });
  return watched.filter(({ isFollowed }) => isFollowed).map(({ calendarId }) => calendarId);
}

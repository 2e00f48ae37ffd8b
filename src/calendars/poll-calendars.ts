// Every now and then: puts in line what has not been asked for a while. Push may lose messages, or not reach us at all;
// this is the floor under it.
import type { Parts } from '../parts.ts';
import { isLeftAlone } from './back-off.ts';
import { listWatchedCalendars, type WatchedCalendar } from './channels/watched-calendar-queries.ts';
import { listLastAsked } from './poll-queries.ts';
import { isPollDue } from './poll-rhythm.ts';

export async function pollCalendars(parts: Parts): Promise<void> {
  const { jobs } = parts;
  const { toRefresh, toFollow } = await findDue(parts);
  for (const organiserId of new Set(toRefresh.map(({ account }) => account.organiserId))) {
    await jobs.enqueue(null, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
  }
  for (const { calendarId } of toFollow) {
    await jobs.enqueue(null, 'follow-calendar', { calendarId }, { onlyOne: calendarId });
  }
}

async function findDue({ database, clock, config }: Parts) {
  const now = clock();
  const watched = await listWatchedCalendars(database, { now });
  const asked = new Map((await listLastAsked(database)).map((last) => [last.calendarId, last]));
  const isDue = ({ calendarId }: WatchedCalendar, what: 'busyAt' | 'followedAt') =>
    isPollDue(calendarId, asked.get(calendarId)?.[what] ?? null, config.syncPollSeconds, now);
  const askable = watched.filter((calendar) => !isLeftAlone(calendar, now));
  return {
    toRefresh: askable.filter((calendar) => calendar.countsAsBusy && isDue(calendar, 'busyAt')),
    toFollow: askable.filter((calendar) => calendar.isFollowed && isDue(calendar, 'followedAt')),
  };
}

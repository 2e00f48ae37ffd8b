// calendarList: the calendars that an account sees.
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { readTimeoutMs, type CalendarClient } from './calendar-client.ts';
import { malformedReply } from './failures.ts';
import type { CalendarAccessRole, GoogleAccess, ListedCalendar } from './google.ts';

const roles: readonly string[] = [
  'freeBusyReader',
  'reader',
  'writerWithoutPrivateAccess',
  'writer',
  'owner',
] satisfies CalendarAccessRole[];

export async function listCalendars(
  client: CalendarClient,
  access: GoogleAccess,
): Promise<ListedCalendar[]> {
  const calendars: ListedCalendar[] = [];
  let pageToken: string | undefined;
  do {
    const page = await readPage(client, access, pageToken);
    calendars.push(...(page.items ?? []).map(readCalendar));
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return calendars;
}

async function readPage(client: CalendarClient, access: GoogleAccess, pageToken?: string) {
  const params = { maxResults: 250, ...(pageToken === undefined ? {} : { pageToken }) };
  const page = await client.read(access, readTimeoutMs, (api, { auth, signal }) =>
    api.calendarList.list({ auth, ...params }, { signal }),
  );
  if (!Array.isArray(page?.items)) throw malformedReply('calendar list');
  return page;
}

function readCalendar(entry: calendar_v3.Schema$CalendarListEntry): ListedCalendar {
  const { id, timeZone, accessRole } = entry;
  if (!id || !accessRole || !roles.includes(accessRole)) throw malformedReply('calendar');
  return {
    googleCalendarId: id,
    title: entry.summaryOverride ?? entry.summary ?? id,
    timeZone: timeZone ?? 'UTC',
    accessRole: accessRole as CalendarAccessRole,
    isPrimary: entry.primary === true,
  };
}

// events.list with a sync token: what changed in a calendar since the last look, page by page.
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { CalendarClient } from './calendar-client.ts';
import { readEvent } from './event.ts';
import { malformedReply } from './failures.ts';
import type { CalendarChanges, ChangesRequest, GoogleAccess } from './google.ts';

/** The same in every call: a token serves only the parameters that it was made with. Series come whole, as one event. */
const lasting = { singleEvents: false, showDeleted: true, maxResults: 2500 };

/** A page may be short, or empty, and still not be the last; the token comes with the last. */
export async function listChanges(
  client: CalendarClient,
  access: GoogleAccess,
  calendarId: string,
  { syncToken, timeMin, timeoutMs }: ChangesRequest,
): Promise<CalendarChanges> {
  const since = syncToken === null ? startOf(timeMin) : { syncToken };
  const events: calendar_v3.Schema$Event[] = [];
  let pageToken: string | undefined;
  for (;;) {
    const page = pageToken === undefined ? {} : { pageToken };
    const reply = await client.read(access, timeoutMs, (api, { auth, signal }) =>
      api.events.list({ auth, calendarId, ...lasting, ...since, ...page }, { signal }),
    );
    if (!Array.isArray(reply?.items)) throw malformedReply('changed events');
    events.push(...reply.items);
    if (reply.nextPageToken) pageToken = reply.nextPageToken;
    else return { events: events.map(readEvent), nextSyncToken: tokenOf(reply) };
  }
}

function startOf(timeMin: Date | undefined) {
  return timeMin === undefined ? {} : { timeMin: timeMin.toISOString() };
}

function tokenOf({ nextSyncToken }: calendar_v3.Schema$Events): string {
  if (!nextSyncToken) throw malformedReply('no sync token');
  return nextSyncToken;
}

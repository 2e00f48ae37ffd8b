// events.insert, get, patch, delete and list. Guests are always told by Google (`sendUpdates: 'all'`).
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { readTimeoutMs, type CalendarClient } from './calendar-client.ts';
import { readEvent } from './event.ts';
import { malformedReply } from './failures.ts';
import type { EventChange, EventDraft, Google, GoogleAccess } from './google.ts';

type RawEvent = calendar_v3.Schema$Event;
type EventCalls = Pick<
  Google,
  'insertEvent' | 'getEvent' | 'patchEvent' | 'deleteEvent' | 'listEvents'
>;

const pageSize = 2500;

export function createEventCalls(client: CalendarClient): EventCalls {
  return {
    insertEvent: async (access, calendarId, draft) =>
      readEvent(
        await client.write(access, (api, { auth, signal }) =>
          api.events.insert({ auth, calendarId, ...told, ...insertion(draft) }, { signal }),
        ),
      ),
    getEvent: async (access, calendarId, eventId) =>
      readEvent(
        await client.read(access, readTimeoutMs, (api, { auth, signal }) =>
          api.events.get({ auth, calendarId, eventId }, { signal }),
        ),
      ),
    patchEvent: async (access, calendarId, { id, etag }, change) =>
      readEvent(
        await client.write(access, (api, { auth, signal }) =>
          api.events.patch(
            { auth, calendarId, eventId: id, ...told, requestBody: patched(change) },
            { signal, headers: { 'If-Match': etag } },
          ),
        ),
      ),
    deleteEvent: async (access, calendarId, { id, etag }) => {
      const headers = etag === null ? {} : { 'If-Match': etag };
      await client.write(access, (api, { auth, signal }) =>
        api.events.delete({ auth, calendarId, eventId: id, ...told }, { signal, headers }),
      );
    },
    listEvents: (access, calendarId, range) => listEvents(client, access, calendarId, range),
  };
}

const told = { sendUpdates: 'all' } as const;

function insertion(draft: EventDraft) {
  const requestBody: RawEvent = {
    id: draft.id,
    summary: draft.title,
    description: draft.description,
    ...times(draft),
    attendees: [{ email: draft.guest.email, displayName: draft.guest.name }],
    guestsCanInviteOthers: false,
    extendedProperties: {
      private: { bookingId: draft.bookingId, revision: String(draft.revision) },
    },
    ...(draft.location === null ? {} : { location: draft.location }),
    ...(draft.meetRequestId === undefined ? {} : meet(draft.meetRequestId)),
  };
  return { requestBody, conferenceDataVersion: 1 };
}

function patched(change: EventChange): RawEvent {
  return {
    ...(change.times ? timesOnly(change.times) : {}),
    extendedProperties: { private: { revision: String(change.revision) } },
  };
}

function times({
  startsAt,
  endsAt,
  timeZone,
}: Pick<EventDraft, 'startsAt' | 'endsAt' | 'timeZone'>) {
  return {
    start: { dateTime: startsAt.toISOString(), timeZone },
    end: { dateTime: endsAt.toISOString(), timeZone },
  };
}

/** A patch keeps what it does not name: the dates of an event that lasted all day go. */
function timesOnly(change: NonNullable<EventChange['times']>): RawEvent {
  const { start, end } = times(change);
  return { start: { ...start, date: null }, end: { ...end, date: null } };
}

function meet(requestId: string): RawEvent {
  const conferenceSolutionKey = { type: 'hangoutsMeet' };
  return { conferenceData: { createRequest: { requestId, conferenceSolutionKey } } };
}

async function listEvents(
  client: CalendarClient,
  access: GoogleAccess,
  calendarId: string,
  { from, to, timeoutMs }: { from: Date; to: Date; timeoutMs: number },
) {
  const range = { timeMin: from.toISOString(), timeMax: to.toISOString(), singleEvents: true };
  const events: RawEvent[] = [];
  let pageToken: string | undefined;
  do {
    const page = { maxResults: pageSize, ...(pageToken === undefined ? {} : { pageToken }) };
    const reply = await client.read(access, timeoutMs, (api, { auth, signal }) =>
      api.events.list({ auth, calendarId, ...range, ...page }, { signal }),
    );
    if (!Array.isArray(reply?.items)) throw malformedReply('events');
    events.push(...reply.items);
    pageToken = reply.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return events.map(readEvent);
}

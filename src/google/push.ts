// events.watch and channels.stop: Google tells of a calendar's changes by a POST to our address. Messages may be lost.
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { CalendarClient } from './calendar-client.ts';
import { malformedReply } from './failures.ts';
import type { Google, WatchedUntil } from './google.ts';

export function createPushCalls(
  client: CalendarClient,
): Pick<Google, 'watchEvents' | 'stopChannel'> {
  return {
    // no event types are named: a watch that did has been seen to fall silent
    watchEvents: async (access, calendarId, { channelId, token, address }) => {
      const requestBody = { id: channelId, type: 'web_hook', token, address };
      return readChannel(
        await client.write(access, (api, { auth, signal }) =>
          api.events.watch({ auth, calendarId, requestBody }, { signal }),
        ),
      );
    },
    stopChannel: async (access, { channelId, resourceId }) => {
      await client.write(access, (api, { auth, signal }) =>
        api.channels.stop({ auth, requestBody: { id: channelId, resourceId } }, { signal }),
      );
    },
  };
}

/** The expiration is text: milliseconds since the epoch. */
function readChannel(reply: calendar_v3.Schema$Channel): WatchedUntil {
  const { resourceId, expiration } = reply ?? {};
  const expiresAt = new Date(Number(expiration ?? Number.NaN));
  if (!resourceId || Number.isNaN(expiresAt.getTime())) throw malformedReply('channel');
  return { resourceId, expiresAt };
}

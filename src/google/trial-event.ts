// An event that shows that events can be written: without guests, told to nobody, keeping nobody busy.
import type { CalendarClient } from './calendar-client.ts';
import { readEvent } from './event.ts';
import type { Google } from './google.ts';

const untold = { sendUpdates: 'none' } as const;

export function createTrialCalls(
  client: CalendarClient,
): Pick<Google, 'insertTrialEvent' | 'deleteTrialEvent'> {
  return {
    insertTrialEvent: async (access, calendarId, { id, title, startsAt, endsAt }) => {
      const requestBody = {
        id,
        summary: title,
        transparency: 'transparent',
        start: { dateTime: startsAt.toISOString() },
        end: { dateTime: endsAt.toISOString() },
      };
      return readEvent(
        await client.write(access, (api, { auth, signal }) =>
          api.events.insert({ auth, calendarId, ...untold, requestBody }, { signal }),
        ),
      );
    },
    deleteTrialEvent: async (access, calendarId, eventId) => {
      await client.write(access, (api, { auth, signal }) =>
        api.events.delete({ auth, calendarId, eventId, ...untold }, { signal }),
      );
    },
  };
}

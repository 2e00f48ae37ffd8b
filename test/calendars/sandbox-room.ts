// A calendar room whose Google is the sandbox: it keeps what it is told, and fails the test that broke Google's rules.
import { expect } from '@jest/globals';
import { createGoogle } from '../../src/google/create-google.ts';
import { methods } from '../../src/sandbox/google/api/methods.ts';
import { startSandboxGoogle, type SandboxGoogle } from '../../src/sandbox/google/server.ts';
import { createWorld } from '../../src/sandbox/google/world.ts';
import { testClock } from '../support/clock.ts';
import { noon, openRoom, primary, type CalendarRoom } from './calendar-room.ts';

export type SandboxRoom = {
  room: CalendarRoom;
  google: SandboxGoogle;
  /** As the organiser does it in Google's own pages. */
  callAsOrganiser(method: string, eventId: string, body?: object): void;
  insertAsOrganiser(body: object): void;
  countCalls(method: RegExp): number;
  close(): Promise<void>;
};

export async function openSandboxRoom(): Promise<SandboxRoom> {
  const clock = testClock(noon);
  const world = createWorld({ clock });
  world.addAccount({ address: primary, name: 'Mira Example', timeZone: 'Europe/Berlin' });
  const client = { id: 'client', secret: 'secret', redirectUris: [] };
  const google = await startSandboxGoogle({ clock, world, methods, clients: [client] });
  const { baseUrl } = google;
  const settings = { clientId: client.id, clientSecret: client.secret, redirectUri: '', baseUrl };
  const ours = createGoogle(settings);
  const refreshToken = google.grantFor(primary, [...ours.neededScopes]);
  const room = await openRoom(ours, { refreshToken, clock });
  return {
    room,
    google,
    callAsOrganiser: (method, eventId, body) => {
      const params = { calendarId: primary, eventId };
      methods[method]!(world, { account: primary, params, body });
    },
    insertAsOrganiser: (body) => {
      const params = { calendarId: primary };
      methods['calendar.events.insert']!(world, { account: primary, params, body });
    },
    countCalls: (method) => google.log.filter((call) => method.test(call.method)).length,
    close: async () => {
      await room.close();
      await google.close();
      expect(google.violations).toEqual([]);
    },
  };
}

// A sandbox Google without its HTTP: one calls its methods directly, and every reply is held to Google's description.
import { expect } from '@jest/globals';
import { GoogleError, type Call, type Reply } from '../../../src/sandbox/google/api/call.ts';
import { checkReply } from '../../../src/sandbox/google/api/contract.ts';
import { methods } from '../../../src/sandbox/google/api/methods.ts';
import type { CalendarEvent } from '../../../src/sandbox/google/events/event.ts';
import { createWorld, type World, type WorldOptions } from '../../../src/sandbox/google/world.ts';
import { testClock } from '../../support/clock.ts';

export const ada = 'ada@example.com';
export const ben = 'ben@example.org';
export const outsider = 'cleo@example.org';

/** Ada in Berlin and Ben in London have accounts. It is Monday, 1 March 2027, eight o'clock UTC. */
export function aWorld(options: Partial<WorldOptions> = {}) {
  const clock = testClock('2027-03-01T08:00:00Z');
  const world = createWorld({ clock, ...options });
  world.addAccount({ address: ada, name: 'Ada', timeZone: 'Europe/Berlin' });
  world.addAccount({ address: ben, name: 'Ben', timeZone: 'Europe/London' });
  return { world, clock };
}

type Params = Call['params'];
type Conditions = Pick<Call, 'ifMatch' | 'ifNoneMatch' | 'scopes'>;
export type Listing = {
  items: CalendarEvent[];
  nextPageToken?: string;
  nextSyncToken?: string;
} & Record<string, unknown>;

export function replyTo(world: World, method: string, call: Call): Reply {
  const reply = methods[`calendar.${method}`]!(world, call);
  if (reply.status === 200) expect(checkReply(`calendar.${method}`, plain(reply.body))).toEqual([]);
  return reply;
}

/** Calls as one account, on its primary calendar unless told otherwise. */
export function as(world: World, account: string) {
  const ask = (
    method: string,
    params: Params = {},
    body?: unknown,
    conditions: Conditions = {},
  ) => {
    const call = { account, params: { calendarId: 'primary', ...params }, body, ...conditions };
    return replyTo(world, method, call);
  };
  const event = (method: string) => (params: Params, body?: unknown, conditions?: Conditions) =>
    plain(ask(method, params, body, conditions).body) as CalendarEvent;
  return {
    ask,
    insert: (body: object, params: Params = {}) => event('events.insert')(params, body),
    get: (eventId: string, params: Params = {}) => event('events.get')({ eventId, ...params }),
    patch: (eventId: string, body: object, params: Params = {}, conditions: Conditions = {}) =>
      event('events.patch')({ eventId, ...params }, body, conditions),
    update: (eventId: string, body: object, params: Params = {}) =>
      event('events.update')({ eventId, ...params }, body),
    remove: (eventId: string, params: Params = {}) => ask('events.delete', { eventId, ...params }),
    list: (params: Params = {}) => plain(ask('events.list', params).body) as Listing,
    instances: (eventId: string, params: Params = {}) =>
      plain(ask('events.instances', { eventId, ...params }).body) as Listing,
    busy: (body: object, id = 'primary') => {
      const query = { items: [{ id }], ...body };
      const { calendars } = plain(ask('freebusy.query', {}, query).body) as FreeBusy;
      return calendars[id]!.busy.map(({ start, end }) => `${start} ${end}`);
    },
  };
}

export type FreeBusy = {
  calendars: Record<string, { busy: { start: string; end: string }[]; errors?: object[] }>;
};

/** What a call was refused with: status and reason. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof GoogleError) return `${error.status} ${error.reason}`;
    throw error;
  }
  return 'accepted';
}

/** From nine to ten in Berlin on Tuesday, 2 March 2027. */
export const tuesdayNine = {
  start: { dateTime: '2027-03-02T09:00:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2027-03-02T10:00:00+01:00', timeZone: 'Europe/Berlin' },
};

export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

// What stands in the parameters of a route, and what is sent to it. A new route with a parameter needs a line here; one
// that takes a body needs one in `bodies` too, unless an empty body will do.
import type { Route } from './every-route.ts';
import { nameOf } from './every-route.ts';
import { type OwnThings, timeOff } from './own-things.ts';

/** The start of a route's path, and whose id or word each parameter behind it is. */
const parameters: [start: RegExp, (things: OwnThings) => Record<string, string>][] = [
  [
    /^\/(api\/me|organiser)\/bookings\/:id\/(no-show|complete)$/,
    ({ pastBookingId }) => ({ id: pastBookingId }),
  ],
  [/^\/(api\/me|organiser)\/bookings\/:id/, ({ bookingId }) => ({ id: bookingId })],
  [
    /^\/(api\/me|organiser)\/attendees\/:id/,
    ({ attendeeId, otherAttendeeId }) => ({ id: attendeeId, other: otherAttendeeId }),
  ],
  [/^\/(api\/me|organiser)\/event-types\/:slug\/restore$/, ({ goneSlug }) => ({ slug: goneSlug })],
  [/^\/(api\/me|organiser)\/event-types\/:slug/, ({ slug, linkId }) => ({ slug, id: linkId })],
  [/^\/api\/me\/schedules\/:id/, ({ scheduleId }) => ({ id: scheduleId })],
  [/^\/organiser\/hours\/:id/, ({ scheduleId }) => ({ id: scheduleId })],
  [/^\/api\/me\/time-off\/:id/, ({ timeOffId }) => ({ id: timeOffId })],
  [/^\/(api\/me|organiser)\/api-keys\/:id/, ({ keyId }) => ({ id: keyId })],
  [/^\/(api\/me|organiser)\/privacy\/receipts\/:id/, ({ receiptId }) => ({ id: receiptId })],
  [/^\/organiser\/calendars\/accounts\/:id/, ({ made }) => ({ id: made.accountId })],
  [
    /^\/(api|organiser)\/administration\/organisers\/:id/,
    ({ made }) => ({ id: made.organiser.id }),
  ],
  [
    /^\/(api|organiser)\/administration\/invitations\/:id/,
    ({ invitationId }) => ({ id: invitationId }),
  ],
];

/** Parameters that name a thing which everybody has: what comes must be one's own. */
const words: Record<string, string> = {
  '/api/me/numbers/:file': 'bookings.csv',
  '/organiser/numbers/:file': 'bookings.csv',
};

/** Query and body with which the owner would succeed. */
const bodies: Record<string, (things: OwnThings) => object> = {
  'PUT /api/me/schedules/:id': () => ({ name: 'Taken over', weekly: [], overrides: [] }),
  'PUT /api/me/time-off/:id': () => timeOff('taken over'),
  'PATCH /api/me/bookings/:id': () => ({ note: 'taken over' }),
  'POST /api/me/bookings/:id/reschedule': () => ({ start: '2026-11-25T10:00:00+01:00' }),
  'PATCH /api/me/attendees/:id': () => ({ note: 'taken over' }),
  'POST /api/me/attendees/:id/merge': ({ otherAttendeeId, otherEmail }) => ({
    with: otherAttendeeId,
    email: otherEmail,
  }),
  'POST /organiser/attendees/:id/erase': () => ({ cancelUpcoming: 'yes' }),
  'PATCH /api/me/event-types/:slug': () => ({ title: 'Taken over' }),
  'POST /organiser/bookings/:id/note': () => ({ note: 'taken over' }),
  'POST /organiser/bookings/:id/move': () => ({ start: '2026-11-25T10:00:00+01:00' }),
  'POST /organiser/hours/:id/rename': () => ({ name: 'Taken over' }),
  'POST /organiser/attendees/:id/note': () => ({ note: 'taken over' }),
  'POST /organiser/attendees/:id/merge/:other': ({ otherEmail }) => ({ email: otherEmail }),
};

const queries: Record<string, string> = {
  'DELETE /api/me/attendees/:id': '?cancelUpcoming=true',
  'GET /api/me/event-types/:slug/why': '?at=2026-11-24T10:00:00Z',
};

export function parametersOf({ path }: Route): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
}

/** Parameters that nothing above fills. */
export function unfilled(route: Route, things: OwnThings): string[] {
  if (words[route.path] !== undefined) return [];
  const known = fillingOf(route, things);
  return parametersOf(route).filter((name) => known[name] === undefined);
}

/** Whether an id or word of somebody's own stands in it. */
export function namesThings(route: Route): boolean {
  return parametersOf(route).length > 0 && words[route.path] === undefined;
}

export function addressOf(route: Route, ...owners: OwnThings[]): string {
  const word = words[route.path];
  const path = parametersOf(route).reduce((address, name, index) => {
    const owner = owners[Math.min(index, owners.length - 1)]!;
    return address.replace(`:${name}`, word ?? fillingOf(route, owner)[name] ?? '');
  }, route.path);
  return `${path}${queries[nameOf(route)] ?? ''}`;
}

export function bodyOf(route: Route, things: OwnThings): object {
  return bodies[nameOf(route)]?.(things) ?? {};
}

function fillingOf({ path }: Route, things: OwnThings): Record<string, string> {
  return parameters.find(([start]) => start.test(path))?.[1](things) ?? {};
}

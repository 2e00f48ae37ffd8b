// The link to an event's page, as Google writes it: the event and the calendar that it is seen on, packed into one.
import type { Place } from '../people/place.ts';

export function eventPage({ eventId, calendarId }: Place, origin = 'https://www.google.com') {
  const target = Buffer.from(`${eventId} ${calendarId}`).toString('base64url');
  return `${origin}/calendar/event?eid=${target}`;
}

/** Null for what is no such link's. */
export function readEventPage(target: unknown): Place | null {
  const text = typeof target === 'string' ? Buffer.from(target, 'base64url').toString() : '';
  const [, eventId, calendarId] = /^(\S+) (\S+)$/.exec(text) ?? [];
  return eventId === undefined || calendarId === undefined ? null : { eventId, calendarId };
}

/** As the caller reached the sandbox: links lead back there. */
export function originOf({ protocol, host }: { protocol: string; host: string }): string {
  return `${protocol}://${host}`;
}

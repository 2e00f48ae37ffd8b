// The week view's pages as a test asks for them, without JavaScript.
import type { CalendarEvent } from '../../src/sandbox/google/events/event.ts';
import type { World } from '../../src/sandbox/google/world.ts';
import type { OpenSandbox } from './open-sandbox.ts';

/** What the form of a new event sends. */
export const consultation = {
  title: 'Consultation',
  startDate: '2026-11-26',
  startTime: '14:00',
  endDate: '2026-11-26',
  endTime: '14:45',
  place: 'Room 4',
  guests: 'sam@example.com, jo@example.org',
  show: 'opaque',
  repeats: '',
};

export function weekOf(account: string, date?: string): string {
  return `/calendar/${encodeURIComponent(account)}${date === undefined ? '' : `?week=${date}`}`;
}

export function eventAt(account: string, eventId: string): string {
  return `/calendar/${account}/${account}/${eventId}`;
}

export function eventNamed({ state }: World, calendarId: string, summary: string): CalendarEvent {
  const events = Object.values(state.events[calendarId]!);
  return events.find(({ event }) => event.summary === summary && !event.recurringEventId)!.event;
}

export function count(page: string, text: string): number {
  return page.split(text).length - 1;
}

export async function read({ url }: OpenSandbox, path: string): Promise<string> {
  const reply = await fetch(url + path);
  return reply.text();
}

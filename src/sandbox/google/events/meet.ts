// Meet links: asked for by `createRequest` with conferenceDataVersion=1, pending in the reply, settled by Google soon
// after. Without the version, conference data in a request is silently dropped.
import type { Call } from '../api/call.ts';
import { text } from '../api/parameters.ts';
import { invalid } from '../api/refusals.ts';
import type { StoredEvent } from '../state.ts';
import type { World } from '../world.ts';
import type { EventInput } from './event-input.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent, ConferenceData } from './event.ts';
import { copyToGuests } from './guest-copies.ts';

export function withoutUnversioned(call: Call, input: EventInput): EventInput {
  if (text(call, 'conferenceDataVersion') === '1') return input;
  const { conferenceData: _, ...rest } = input;
  return rest;
}

/** A new request makes the conference pending; one that was asked before is ignored. */
export function withMeet(world: World, before: CalendarEvent | null, event: CalendarEvent) {
  const asked = event.conferenceData?.createRequest;
  const known = before?.conferenceData?.createRequest;
  if (!event.conferenceData) return { event: without(event, 'hangoutLink') };
  if (asked && !asked.requestId) throw invalid('Invalid conference create request.');
  if (!asked || asked.requestId === known?.requestId) return { event: kept(before, event) };
  const due = world.clock().getTime() + world.switches.meet.delaySeconds * 1000;
  const { requestId, conferenceSolutionKey = { type: 'hangoutsMeet' } } = asked;
  const status = { statusCode: 'pending' as const };
  const conferenceData = { createRequest: { requestId, conferenceSolutionKey, status } };
  return { event: { ...event, conferenceData }, meetDue: new Date(due).toISOString() };
}

/** What was pending and is due by now gets its link, or fails. */
export function settleMeets(world: World): void {
  const now = world.clock().getTime();
  for (const [calendarId, events] of Object.entries(world.state.events)) {
    for (const stored of Object.values(events)) {
      if (stored.meetDue !== undefined && Date.parse(stored.meetDue) <= now) {
        settle(world, calendarId, stored);
      }
    }
  }
}

function settle(world: World, calendarId: string, { event }: StoredEvent): void {
  const { outcome } = world.switches.meet;
  const conferenceData = settled(event.conferenceData!, outcome, meetingCode(world));
  const hangoutLink = conferenceData.conferenceId && linkTo(conferenceData.conferenceId);
  const after = { ...event, conferenceData, ...(hangoutLink ? { hangoutLink } : {}) };
  copyToGuests(world, event, storeEvent(world, calendarId, after).event);
}

function settled(
  { createRequest }: ConferenceData,
  statusCode: 'success' | 'failure',
  code: string,
): ConferenceData {
  const request = { createRequest: { ...createRequest!, status: { statusCode } } };
  if (statusCode === 'failure') return request;
  return {
    ...request,
    conferenceId: code,
    conferenceSolution: {
      key: { type: 'hangoutsMeet' },
      name: 'Google Meet',
      iconUri: 'https://fonts.gstatic.com/s/i/productlogos/meet_2020q4/v6/web-512dp/logo.png',
    },
    entryPoints: [{ entryPointType: 'video', uri: linkTo(code), label: `meet.google.com/${code}` }],
  };
}

function kept(before: CalendarEvent | null, event: CalendarEvent): CalendarEvent {
  return before?.conferenceData ? { ...event, conferenceData: before.conferenceData } : event;
}

function without(event: CalendarEvent, name: string): CalendarEvent {
  const { [name]: _, ...rest } = event;
  return rest as CalendarEvent;
}

function linkTo(code: string): string {
  return `https://meet.google.com/${code}`;
}

function meetingCode({ random }: World): string {
  const letters = (length: number) =>
    Array.from({ length }, () => String.fromCodePoint(97 + Math.floor(random() * 26))).join('');
  return `${letters(3)}-${letters(4)}-${letters(3)}`;
}

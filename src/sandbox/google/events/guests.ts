// The guest list of an event: who is on it, who was added, who was dropped.
import type { Attendee, CalendarEvent, ResponseStatus } from './event.ts';

export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function guestOf({ attendees = [] }: CalendarEvent, address: string): Attendee | undefined {
  return attendees.find(({ email }) => sameAddress(email, address));
}

/** As the organiser wrote them: whoever comes without an answer is asked again. */
export function invited(attendees: readonly Attendee[]): Attendee[] {
  const byAddress = new Map(attendees.map((guest) => [guest.email.toLowerCase(), guest]));
  return [...byAddress.values()].map(asked);
}

/** Nobody on the list is no list. */
export function withInvited(event: CalendarEvent): CalendarEvent {
  const { attendees, ...rest } = event;
  return attendees?.length ? { ...event, attendees: invited(attendees) } : rest;
}

function asked(written: Attendee): Attendee {
  const { self: _self, organizer: _organizer, ...guest } = written;
  return { ...guest, responseStatus: guest.responseStatus ?? 'needsAction' };
}

export type Answer = { responseStatus?: ResponseStatus; comment?: string };

/** The list with one guest's answer in it. */
export function answered(event: CalendarEvent, address: string, answer: Answer): Attendee[] {
  const answering = (guest: Attendee) =>
    sameAddress(guest.email, address) ? { ...guest, ...answer } : guest;
  return (event.attendees ?? []).map(answering);
}

/** Guests of the one event who are not on the other's list. */
export function guestsOnlyIn(event: CalendarEvent, other: CalendarEvent | null): Attendee[] {
  return (event.attendees ?? []).filter(({ email }) => !other || !guestOf(other, email));
}

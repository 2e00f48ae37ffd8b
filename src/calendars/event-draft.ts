// The event that Google gets for a booking. Of the attendee it says name and address, and nothing else of the form.
import type { Place } from '../event-types/event-type.ts';
import type { EventDraft } from '../google/google.ts';
import { say } from '../languages/say.ts';
import type { Publication } from './publication.ts';

const longestTitle = 250;

export function draftEvent(
  publication: Publication,
  event: { id: string; guest: { name: string; email: string }; manageUrl: string },
): EventDraft {
  const { organiserName, place } = publication;
  const guest = { name: oneLine(event.guest.name), email: event.guest.email };
  return {
    id: event.id,
    title: oneLine(titleOf(publication, guest.name)).slice(0, longestTitle),
    description: `${say('To change or cancel this appointment:')}\n${event.manageUrl}`,
    startsAt: publication.startsAt,
    endsAt: publication.endsAt,
    timeZone: publication.timeZone,
    location: locationOf(place, organiserName),
    guest,
    bookingId: publication.bookingId,
    revision: publication.revision,
    ...(place.kind === 'meet' ? { meetRequestId: event.id } : {}),
  };
}

function titleOf({ eventTypeTitle, organiserName }: Publication, guest: string): string {
  return say('{title}: {attendee} with {organiser}', {
    title: eventTypeTitle,
    attendee: guest,
    organiser: organiserName,
  });
}

function locationOf(place: Place, organiserName: string): string | null {
  switch (place.kind) {
    case 'in_person':
      return place.address;
    case 'link':
      return place.url;
    case 'phone':
      return place.whoCalls === 'organiser'
        ? say('By phone: {name} calls', { name: organiserName })
        : say('By phone: {number}', { number: place.number });
    case 'meet':
    case 'none':
      return null;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

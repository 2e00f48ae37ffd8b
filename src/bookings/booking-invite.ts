// A booking as an .ics file, for the mails and for "add to calendar". Null before Google has the event: without its
// UID a calendar would file a second one beside Google's invitation.
import type { EventType, Place } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { calendarFile } from '../mail/calendar-file.ts';
import type { Invite } from '../mail/mailer.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Booking } from './booking.ts';

export type InviteFacts = {
  booking: Booking;
  organiser: Organiser;
  eventType: EventType;
  manageUrl: string;
};

export function bookingInvite({
  booking,
  organiser,
  eventType,
  manageUrl,
}: InviteFacts): Invite | null {
  if (!('event' in booking) || booking.event.iCalUid === null) return null;
  return calendarFile({
    uid: booking.event.iCalUid,
    sequence: booking.revision,
    isCancelled: booking.state === 'cancelled',
    title: say('{eventType} with {organiser}', {
      eventType: eventType.title,
      organiser: organiser.name,
    }),
    description: say('Move or cancel: {address}', { address: manageUrl }),
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    stamp: booking.changedAt,
    location: booking.event.conferenceLink ?? locationOf(eventType.place),
    url: manageUrl,
    organiser: { name: organiser.name, email: organiser.email },
  });
}

export function locationOf(place: Place): string | null {
  if (place.kind === 'in_person') return place.address;
  if (place.kind === 'phone' && place.whoCalls === 'attendee') return place.number;
  return place.kind === 'link' ? place.url : null;
}

// All that is known of who comes, and where to find the appointment elsewhere.
import { facts } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { labelledAnswers } from './booking-words.ts';
import type { OwnAttendee, OwnBooking } from './own-booking.ts';

export function attendeeFacts(booking: OwnBooking, attendee: OwnAttendee, timeZone: string): Html {
  const { email, phone, newPatient } = attendee;
  return facts([
    ['E-mail', html`<a href="mailto:${email}">${email}</a>`],
    ['Phone', phone && html`<a href="tel:${phone}">${phone}</a>`],
    ['Lives in', attendee.timeZone !== timeZone && attendee.timeZone],
    ['Says', newPatient !== null && (newPatient ? 'New here' : 'Was here before')],
    ['Age', attendee.age],
    ['Gender', attendee.gender],
    ['Address', attendee.address],
    ...labelledAnswers(attendee),
    ['Note', attendee.note],
    ['Google', booking.eventLink && html`<a href="${booking.eventLink}">Open the event</a>`],
    ['Meeting', booking.conferenceLink && html`<a href="${booking.conferenceLink}">Join</a>`],
  ]);
}

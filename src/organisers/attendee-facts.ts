// All that is known of who comes, and where to find the appointment elsewhere.
import { facts } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { labelledAnswers } from './booking-words.ts';
import { timeWords } from './day-words.ts';
import type { OwnAttendee, OwnBooking } from './own-booking.ts';

export function attendeeFacts(booking: OwnBooking, attendee: OwnAttendee, timeZone: string): Html {
  const { email, phone, newPatient, address, note } = attendee;
  return facts([
    ['E-mail', html`<a href="mailto:${email}">${email}</a>`],
    ['Phone', phone && html`<a href="tel:${phone}">${phone}</a>`],
    [
      'Lives in',
      attendee.timeZone !== timeZone && attendee.timeZone && elsewhere(booking, attendee.timeZone),
    ],
    ['Says', newPatient !== null && (newPatient ? 'New here' : 'Was here before')],
    ['Age', attendee.age],
    ['Gender', attendee.gender],
    ['Address', address && asTyped(address)],
    ...labelledAnswers(attendee).map(([label, answer]) => [label, asTyped(answer)] as const),
    ['Note', note && asTyped(note)],
    ['Google', booking.eventLink && html`<a href="${booking.eventLink}">Open the event</a>`],
    ['Meeting', booking.conferenceLink && html`<a href="${booking.conferenceLink}">Join</a>`],
  ]);
}

/** "Europe/London (there it is 09:00–09:30)" */
function elsewhere({ startsAt, endsAt }: OwnBooking, timeZone: string): string {
  return `${timeZone.replaceAll('_', ' ')} (there it is ${timeWords(startsAt, endsAt, timeZone)})`;
}

/** In its own lines. */
function asTyped(text: string): Html {
  return html`<span class="as-typed">${text}</span>`;
}

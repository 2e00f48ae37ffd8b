// All that is known of who comes, and where to find the appointment elsewhere.
import { say } from '../languages/say.ts';
import { facts } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { labelledAnswers } from './booking-words.ts';
import { timeWords } from './day-words.ts';
import type { OwnAttendee, OwnBooking } from './own-booking.ts';

export function attendeeFacts(booking: OwnBooking, attendee: OwnAttendee, timeZone: string): Html {
  const { email, phone, newPatient, address, note } = attendee;
  const { eventLink, conferenceLink } = booking;
  return facts([
    [say('E-mail'), html`<a href="mailto:${email}">${email}</a>`],
    [say('Phone'), phone && html`<a href="tel:${phone}">${phone}</a>`],
    [
      say('Lives in'),
      attendee.timeZone !== timeZone && attendee.timeZone && elsewhere(booking, attendee.timeZone),
    ],
    [say('Says'), newPatient !== null && (newPatient ? say('New here') : say('Was here before'))],
    [say('Age'), attendee.age],
    [say('Gender'), attendee.gender],
    [say('Address'), address && asTyped(address)],
    ...labelledAnswers(attendee).map(([label, answer]) => [label, asTyped(answer)] as const),
    [say('Note'), note && asTyped(note)],
    [say('Google'), eventLink && html`<a href="${eventLink}">${say('Open the event')}</a>`],
    [say('Meeting'), conferenceLink && html`<a href="${conferenceLink}">${say('Join')}</a>`],
  ]);
}

/** "Europe/London (there it is 09:00–09:30)" */
function elsewhere({ startsAt, endsAt }: OwnBooking, timeZone: string): string {
  return say('{zone} (there it is {times})', {
    zone: timeZone.replaceAll('_', ' '),
    times: timeWords(startsAt, endsAt, timeZone),
  });
}

/** In its own lines. */
function asTyped(text: string): Html {
  return html`<span class="as-typed">${text}</span>`;
}

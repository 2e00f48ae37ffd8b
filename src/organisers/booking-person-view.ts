// Who comes, on a booking's page: all that the form said, how often they were here, and the ways on from there.
import { say } from '../languages/say.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { attendeeFacts } from './attendee-facts.ts';
import { visitWords } from './booking-words.ts';
import type { OwnAttendee, OwnBooking } from './own-booking.ts';

export function bookingPerson(
  booking: OwnBooking,
  attendee: OwnAttendee,
  view: { now: Date; timeZone: string },
): Html {
  return html`<section class="card stack told" aria-labelledby="attendee">
    <h2 id="attendee">${say('Attendee')}</h2>
    <p>${visitsLine(attendee)}</p>
    ${attendeeFacts(booking, attendee, view.timeZone)}
    <p class="row">
      ${
        attendee.id !== null &&
        buttonLink({
          label: say('Their page'),
          href: `/organiser/attendees/${attendee.id}`,
        })
      }
      ${buttonLink({ label: say('Book again'), href: bookAgainLink(booking, view.now) })}
    </p>
  </section>`;
}

function visitsLine({ visits }: OwnAttendee): string {
  return visits === 0
    ? say('New: nobody of this address was here before.')
    : say('{visit}: was here {visits, plural, one {once before} other {# times before}}.', {
        visit: visitWords(visits),
        visits,
      });
}

/** At the same time where it was called off and is still to come. */
function bookAgainLink({ attendee, eventType, state, startsAt }: OwnBooking, now: Date): string {
  const isFree = (state === 'cancelled' || state === 'expired') && startsAt > now;
  return withQuery('/organiser/book', {
    eventType: eventType.slug,
    attendee: attendee?.id ?? undefined,
    start: isFree ? startsAt.toISOString() : undefined,
  });
}

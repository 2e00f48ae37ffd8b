// Where an organiser is disabled: what is booked or asked for is shown, and why it can be called off at most.
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { type BookingFacts, bookingFacts, letterPage } from './letter-view.ts';

export function closedNotice({ name }: Pick<Organiser, 'name'>): Html {
  return notice({
    kind: 'warning',
    title: say('Booking is closed'),
    body: html`<p>
      ${say('{name} takes no bookings here at the moment, so nothing can be booked or moved. What is booked stands.', { name })}
    </p>`,
    isUrgent: true,
  });
}

/** Of a request that nobody has confirmed, and nobody can. */
export function closedPage(view: BookingFacts & { config: Config }): Html {
  return letterPage({
    config: view.config,
    title: say('Not booked'),
    body: html`${closedNotice(view.organiser)} ${bookingFacts(view)}`,
  });
}

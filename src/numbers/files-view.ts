// What can be taken along as files, beside the tables of the pictures.
import { say } from '../languages/say.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { datesOf } from './days.ts';
import type { Numbers } from './gather-numbers.ts';
import { fileAddress } from './number-card.ts';

export function filesCard(numbers: Numbers): Html {
  const withPeople = withQuery('/organiser/attendees/bookings.csv', datesOf(numbers.days));
  return html`<section class="card stack" aria-labelledby="files">
    <h2 id="files">${say('Files')}</h2>
    <p>
      ${say('As CSV, for spreadsheets: what was typed in a form is never taken for a formula there.')}
    </p>
    <p class="row">
      ${buttonLink({
        label: say('Bookings of this time, without names'),
        href: fileAddress('bookings', numbers),
      })}
      ${buttonLink({ label: say('Bookings of this time, with their attendees'), href: withPeople })}
      ${buttonLink({ label: say('All attendees'), href: '/organiser/attendees/all.csv' })}
    </p>
  </section>`;
}

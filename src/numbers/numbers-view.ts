// The numbers as a page: a few figures, then each picture with its table and its file.
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { type Html, html } from '../web/html.ts';
import type { Wish } from './days.ts';
import { filesCard } from './files-view.ts';
import type { Numbers } from './gather-numbers.ts';
import { keyFigures } from './key-figures.ts';
import { kindsCard, pictureCards } from './number-cards.ts';
import { aheadText, countText, partText, shareText } from './number-words.ts';
import { periodForm } from './period-form.ts';

export type NumbersPage = {
  numbers: Numbers;
  wish: Wish;
  /** As typed. */
  fields: { from: string; to: string };
  errors: readonly FieldError[];
};

export function numbersView(page: NumbersPage): Html {
  const { numbers } = page;
  return html`<h1>${say('Numbers')}</h1>
    ${periodForm(page)} ${figureList(numbers)}
    ${
      numbers.bookings.length === 0 &&
      html`<p class="soft">
        ${say('Nothing was booked in this time: the pictures fill as bookings come.')}
      </p>`
    }
    <div class="numbers">${pictureCards(numbers)} ${kindsCard(numbers)}</div>
    ${filesCard(numbers)}`;
}

function figureList(numbers: Numbers): Html {
  const figures = keyFigures(numbers);
  const { over, noShows, confirmed, cancelled, openMinutes, bookedMinutes } = figures;
  return html`<dl class="figures">
    ${figure(say('Appointments'), countText(figures.appointments))}
    ${figure(say('Open hours booked'), shareText(bookedMinutes, openMinutes))}
    ${figure(say('Did not come'), shareText(noShows, over), partText(noShows, over))}
    ${figure(say('Cancelled'), shareText(cancelled, confirmed), partText(cancelled, confirmed))}
    ${figure(say('Usually booked ahead'), aheadText(figures.medianLeadDays))}
  </dl>`;
}

function figure(term: string, value: string, more: string | false = false): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value} ${more && html`<span class="figure-more">${more}</span>`}</dd>
  </div>`;
}

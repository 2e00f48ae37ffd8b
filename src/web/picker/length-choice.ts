// How long the appointment is to be, where there is a choice: links, so that it works without scripts.
import { say } from '../../languages/say.ts';
import { lengthText } from '../dates.ts';
import { attributes, type Html, html } from '../html.ts';
import { lengthLink } from './links.ts';
import type { Picker } from './picker.ts';

export function lengthChoice(view: Picker): Html | false {
  const { lengths = [] } = view;
  if (lengths.length < 2) return false;
  return html`<div class="picker-length">
    <h2 id="length-title">${say('How long?')}</h2>
    <div class="segments" role="group" aria-labelledby="length-title">
      ${lengths.map((minutes) => length(view, minutes))}
    </div>
  </div>`;
}

function length({ state, durationMinutes }: Picker, minutes: number): Html {
  const own = attributes({
    href: lengthLink(state, minutes),
    id: `length-${minutes}`,
    'aria-current': minutes === durationMinutes && 'true',
    'data-swap': true,
  });
  return html`<a${own}>${lengthText(minutes)}</a>`;
}

// How an event type is told apart, and by whom it can be found.
import { colourName, colours } from '../event-types/colours.ts';
import { say } from '../languages/say.ts';
import { choiceField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { common, type EventTypeForm } from './event-type-controls.ts';
import { access } from './event-type-options.ts';

export function colourField(form: EventTypeForm): Html {
  const { label, value, error } = common(form, 'colour');
  return html`<fieldset class="field">
    <legend class="field-label">${label}</legend>
    <p class="field-hint">${say('Only you see it: in your list and in your calendar.')}</p>
    ${error !== undefined && html`<p class="field-error">${error}</p>`}
    <div class="choices">
      ${colours.map((colour, index) => {
        const own = attributes({
          type: 'radio',
          name: 'colour',
          id: index === 0 ? 'field-colour' : undefined,
          value: colour,
          checked: colour === value,
        });
        return html`<label class="choice colour-${colour}"
          ><input${own} /><span class="swatch" aria-hidden="true"></span
          ><span>${colourName(colour)}</span></label
        >`;
      })}
    </div>
  </fieldset>`;
}

export function accessField(form: EventTypeForm): Html {
  return html`<div class="choices-down">
    ${choiceField({ ...common(form, 'access'), options: access() })}
  </div>`;
}

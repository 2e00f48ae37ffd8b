// How long an appointment is and where it takes place. Of the places' details only the one that matters is in sight:
// client/event-types.css sees to it, without a script.
import { say } from '../languages/say.ts';
import { choiceField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { common, type EventTypeForm, group, number, text } from './event-type-controls.ts';
import { places } from './event-type-options.ts';

export function lengths(form: EventTypeForm): Html {
  return group(
    say('How long it takes'),
    html`<div class="form-pair">
      ${number(form, 'durationMinutes', { hint: say('A multiple of 5, up to 720.') })}
      ${text(form, 'otherDurations', {
        isOptional: true,
        hint: say('In minutes, like 15, 60. Whoever books chooses among all of them.'),
        extra: { inputmode: 'text', maxlength: 80, autocomplete: 'off' },
      })}
    </div>`,
  );
}

export function place(form: EventTypeForm): Html {
  return group(
    say('Where it takes place'),
    html`<div class="places-choice form">
      ${choiceField({ ...common(form, 'placeKind'), options: places() })}
      <div class="place-detail place-address">
        ${text(form, 'placeAddress', { extra: { maxlength: 500 } })}
      </div>
      <div class="place-detail place-number">
        ${text(form, 'placeNumber', {
          hint: say('With its country, like +49 30 901820. Attendees see it.'),
          extra: { inputmode: 'tel', maxlength: 40, autocomplete: 'tel' },
        })}
      </div>
      <div class="place-detail place-url">
        ${text(form, 'placeUrl', {
          hint: say('With https://. Attendees see it.'),
          extra: { inputmode: 'url', maxlength: 500, autocapitalize: 'none', spellcheck: 'false' },
        })}
      </div>
      <p class="field-hint place-detail place-call">
        ${say('You call the number that the form asks for, so their phone must be needed below.')}
      </p>
      <p class="field-hint place-detail place-meet">
        ${say('Google makes a link of its own for each booking, once it stands.')}
      </p>
    </div>`,
  );
}

// The form of one event type, section by section.
import { say } from '../languages/say.ts';
import { button } from '../web/components.ts';
import { selectField, textArea } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { common, type EventTypeForm, group, text } from './event-type-controls.ts';
import { askedFields } from './event-type-form.ts';
import { eventTypeLabels } from './event-type-labels.ts';
import { accessField, colourField } from './event-type-looks.ts';
import { asked } from './event-type-options.ts';
import { lengths, place } from './event-type-place-view.ts';
import { coming, timing } from './event-type-timing-view.ts';
import { faultSummary } from './form-faults.ts';
import { questionsView } from './questions-view.ts';

export function eventTypeForm(form: EventTypeForm): Html {
  return html`<form class="stack" method="post" action="${form.action}" novalidate data-event-type>
    ${defaultButton()} ${faultSummary(form.errors, eventTypeLabels(form.fields))} ${basics(form)}
    ${lengths(form)} ${place(form)} ${timing(form)} ${coming(form)} ${asking(form)}
    ${questionsView(form)}
    <div class="row save-bar">
      ${button({ label: form.save })}
      ${button({
        label: say('See it as attendees do'),
        kind: 'plain',
        extra: { formaction: form.preview, formtarget: '_blank' },
      })}
    </div>
  </form>`;
}

/** Enter in a field presses the first button of a form: it must be the one that saves. */
function defaultButton(): Html {
  return html`<button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>`;
}

function basics(form: EventTypeForm): Html {
  return group(
    say('What it is'),
    html`<div class="form-pair">
        ${text(form, 'title', { extra: { maxlength: 200 } })} ${linkEnding(form)}
      </div>
      ${textArea({ ...common(form, 'description'), isOptional: true })} ${colourField(form)}
      ${accessField(form)}`,
  );
}

function linkEnding(form: EventTypeForm): Html {
  const slug = form.fields['slug'];
  const hint = slug
    ? html`<span class="address">${form.home}/<strong>${slug}</strong></span>`
    : say('Left empty, it is made from the title.');
  return text(form, 'slug', {
    isOptional: true,
    hint,
    extra: { maxlength: 60, autocapitalize: 'none', spellcheck: 'false' },
  });
}

function asking(form: EventTypeForm): Html {
  return group(
    say('What the form asks'),
    html`<p class="field-hint">${say('Name and e-mail address are always asked.')}</p>
      <div class="form-pair">
        ${askedFields.map((name) =>
          selectField({ ...common(form, `asks.${name}`), options: asked() }),
        )}
      </div>`,
  );
}

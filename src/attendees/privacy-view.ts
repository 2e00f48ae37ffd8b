// Privacy as the organiser settles it.
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { button, errorSummary } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { retainedFields } from './retention.ts';

const labels = () =>
  new Map([
    ['age', say('Age')],
    ['gender', say('Gender')],
    ['address', say('Address')],
    ['answers', say('Answers to your questions')],
    ['phone', say('Phone number')],
    ['note', say('The attendee’s note')],
  ]);

export type RetentionCard = {
  action: string;
  fields: Record<string, string>;
  errors: readonly FieldError[];
  /** What attendees read where everything is asked. */
  told: string;
};

export function retentionCard({ action, fields, errors, told }: RetentionCard): Html {
  return html`<form class="card stack" method="post" action="${action}" novalidate>
    <h2>${say('How long what the form asks is kept')}</h2>
    ${errorSummary(errors, (field) => labels().get(field))}
    <p>
      ${say('In days after the visit; then it is erased by itself, and cannot be brought back. Leave a field empty to keep it.')}
    </p>
    <div class="retentions">${retainedFields.map((field) => daysField(field, fields, errors))}</div>
    <p>${button({ label: say('Save') })}</p>
    <div>
      <p class="soft small">
        ${say('Attendees read this below the form, as far as they are asked for it:')}
      </p>
      <blockquote class="told">${told}</blockquote>
    </div>
  </form>`;
}

function daysField(
  name: string,
  fields: Record<string, string>,
  errors: readonly FieldError[],
): Html {
  return textField({
    name,
    label: labels().get(name)!,
    value: fields[name],
    error: errors.find(({ field }) => field === name)?.message,
    extra: {
      required: false,
      inputmode: 'numeric',
      autocomplete: 'off',
      placeholder: say('kept'),
    },
  });
}

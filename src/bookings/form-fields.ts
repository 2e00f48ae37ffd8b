// The form's fields. Their names are the service's own, so that its faults find them. None cuts off what is typed or
// pasted: what is too long is told, and nothing is lost.
import type { Asked, EventType, Question } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { listCountries } from '../web/countries.ts';
import {
  choiceField,
  type Field,
  type Option,
  selectField,
  severalField,
  textArea,
  textField,
} from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { tickedIn, type Typed } from './form-input.ts';

export type FormState = { eventType: EventType; typed: Typed; errors: readonly FieldError[] };

export function formFields(form: FormState): (Html | false)[] {
  const { eventType } = form;
  const { asks, questions } = eventType;
  return [
    name(form),
    email(form),
    asks.phone !== 'off' && phone(form),
    asks.newPatient !== 'off' && visitedBefore(form),
    html`<div class="form-pair">
      ${asks.age !== 'off' && age(form)} ${asks.gender !== 'off' && gender(form)}
    </div>`,
    asks.address !== 'off' && address(form),
    ...questions.map((question) => answer(form, question)),
    note(form),
  ];
}

/** What the page calls a field. */
export function labelOf(field: string, { questions }: EventType): string | undefined {
  return labels[field]?.() ?? questions.find(({ key }) => field === `answers.${key}`)?.label;
}

const labels: Record<string, () => string> = {
  name: () => say('Name'),
  email: () => say('E-mail'),
  phoneCountry: () => say('Country'),
  phone: () => say('Phone'),
  newPatient: () => say('Have you been here before?'),
  age: () => say('Age'),
  gender: () => say('Gender'),
  address: () => say('Address'),
  note: () => say('Anything to know beforehand?'),
};

function name(form: FormState): Html {
  const extra = { autocomplete: 'name' };
  return textField({ ...fieldOf(form, 'name', 'required'), extra });
}

function email(form: FormState): Html {
  const extra = { autocomplete: 'email', inputmode: 'email', spellcheck: 'false' };
  return textField({ ...fieldOf(form, 'email', 'required'), type: 'email', extra });
}

function phone(form: FormState): Html {
  const extra = { autocomplete: 'tel-national', inputmode: 'tel' };
  return html`<div class="form-phone">
    ${selectField({
      ...fieldOf(form, 'phoneCountry', 'required'),
      options: [{ value: '', label: say('Other') }, ...listCountries()],
      extra: { autocomplete: 'country', required: false },
    })}
    ${textField({
      ...fieldOf(form, 'phone', form.eventType.asks.phone),
      type: 'tel',
      extra,
    })}
  </div>`;
}

function visitedBefore(form: FormState): Html {
  const { newPatient } = form.eventType.asks;
  return choiceField({
    ...fieldOf(form, 'newPatient', newPatient),
    options: [
      { value: 'yes', label: say('No, this is my first visit') },
      { value: 'no', label: say('Yes') },
    ],
  });
}

function age(form: FormState): Html {
  const extra = { inputmode: 'numeric' };
  return textField({ ...fieldOf(form, 'age', form.eventType.asks.age), extra });
}

/** Any word will do; the list only offers some. */
function gender(form: FormState): Html {
  const words = [say('Woman'), say('Man'), say('Non-binary'), say('Prefer not to say')];
  const extra = { list: 'genders', autocomplete: 'sex' };
  return html`${textField({ ...fieldOf(form, 'gender', form.eventType.asks.gender), extra })}
    <datalist id="genders">
      ${words.map((word) => html`<option value="${word}"></option>`)}
    </datalist>`;
}

function address(form: FormState): Html {
  const extra = { autocomplete: 'street-address' };
  const field = fieldOf(form, 'address', form.eventType.asks.address);
  return textArea({ ...field, rows: 2, extra });
}

export function answer(form: FormState, question: Question): Html {
  const { key, isRequired } = question;
  const field = fieldOf(form, `answers.${key}`, isRequired ? 'required' : 'optional');
  switch (question.kind) {
    case 'short':
      return textField(field);
    case 'long':
      return textArea(field);
    case 'choice':
      return oneOf(field, question.options.map(asOption));
    case 'several': {
      const chosen = tickedIn(form.typed, field.name);
      return severalField({ ...field, chosen, options: question.options.map(asOption) });
    }
    case 'yes_no':
      return oneOf(field, [
        { value: 'yes', label: say('Yes') },
        { value: 'no', label: say('No') },
      ]);
  }
}

const mostInSight = 7;

/** A radio button that is pressed stays so: who need not answer can take the answer back. */
function oneOf(field: ReturnType<typeof fieldOf>, options: readonly Option[]): Html {
  const none = { value: '', label: say('No answer') };
  const offered = field.isOptional ? [...options, none] : options;
  if (options.length <= mostInSight) return choiceField({ ...field, options: offered });
  const unchosen = { value: '', label: say('Please choose') };
  return selectField({ ...field, options: [unchosen, ...options] });
}

function asOption(answer: string): Option {
  return { value: answer, label: answer };
}

function note(form: FormState): Html {
  return textArea(fieldOf(form, 'note', 'optional'));
}

function fieldOf(
  { typed, errors, eventType }: FormState,
  name: string,
  asked: Asked,
): Field & { value: string | undefined } {
  const error = errors.find(({ field }) => field === name)?.message;
  const label = labelOf(name, eventType) ?? name;
  return { name, label, value: typed[name], error, isOptional: asked === 'optional' };
}

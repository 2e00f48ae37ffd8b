// The form of one event type.
import type { Calendar } from '../calendars/calendar-queries.ts';
import type { FieldError } from '../problem.ts';
import { button, errorSummary, hiddenFields } from '../web/components.ts';
import { choiceField, type Option, selectField, textArea, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { fullCalendarName } from './connections/calendar-name.ts';
import { askedFields, type Fields, rowsOf } from './event-type-form.ts';

export type EventTypeForm = {
  action: string;
  save: string;
  fields: Fields;
  errors: readonly FieldError[];
  /** Where its bookings can be written. */
  calendars: readonly Calendar[];
};

export function eventTypeForm(form: EventTypeForm): Html {
  return html`<form class="stack" method="post" action="${form.action}">
    ${errorSummary(form.errors)} ${basics(form)} ${timing(form)} ${asking(form)} ${questions(form)}
    <div>${button({ label: form.save })}</div>
  </form>`;
}

function basics(form: EventTypeForm): Html {
  return group(
    'What it is',
    html`${text(form, 'title', 'Title', { extra: { maxlength: 200 } })}
      <div class="form-pair">
        ${number(form, 'durationMinutes', 'Minutes', { extra: { min: 5, max: 720, step: 5 } })}
        ${text(form, 'slug', 'Word in the link', {
          isOptional: true,
          hint: 'Left empty, it is made from the title.',
          extra: { maxlength: 60, autocapitalize: 'none', spellcheck: 'false' },
        })}
      </div>
      ${textArea({ ...common(form, 'description', 'Description'), isOptional: true })}
      <div class="form-pair">
        ${selectField({ ...common(form, 'placeKind', 'Where'), options: places })}
        ${text(form, 'placeDetail', 'Address or link', {
          isOptional: true,
          hint: 'For a meeting in person, or at a link.',
        })}
      </div>
      ${calendarField(form)}
      ${choiceField({ ...common(form, 'isHidden', 'On your public page'), options: visibility })}`,
  );
}

/** Only where there is a choice. */
function calendarField(form: EventTypeForm): Html | false {
  const { calendars } = form;
  const chosen = form.fields['bookingCalendarId'];
  if (calendars.length < 2 && !chosen) return false;
  const options = calendars.map((each) => ({ value: each.id, label: fullCalendarName(each) }));
  return selectField({
    ...common(form, 'bookingCalendarId', 'Bookings are written to'),
    isOptional: true,
    options: [{ value: '', label: 'Where the other bookings go' }, ...options],
  });
}

function timing(form: EventTypeForm): Html {
  return group(
    'When it can be booked',
    html`${choiceField({ ...common(form, 'confirmation', 'A booking stands'), options: confirmations })}
      ${choiceField({ ...common(form, 'onDecline', 'When the attendee declines Google’s invitation'), options: declines })}
      <div class="form-pair">
        ${number(form, 'minimumNoticeMinutes', 'Minutes of notice', { extra: { min: 0 } })}
        ${number(form, 'horizonDays', 'Days ahead', { extra: { min: 1, max: 365 } })}
      </div>
      <div class="form-pair">
        ${number(form, 'bufferBeforeMinutes', 'Minutes kept free before', { extra: { min: 0, max: 720 } })}
        ${number(form, 'bufferAfterMinutes', 'Minutes kept free after', { extra: { min: 0, max: 720 } })}
      </div>
      <div class="form-pair">
        ${number(form, 'slotStepMinutes', 'A start every … minutes', { extra: { min: 5, max: 720, step: 5 } })}
        ${number(form, 'dailyCap', 'At most a day', {
          isOptional: true,
          extra: { min: 1, max: 1000 },
        })}
      </div>`,
  );
}

function asking(form: EventTypeForm): Html {
  return group(
    'What the form asks',
    html`<p class="field-hint">Name and e-mail address are always asked.</p>
      <div class="form-pair">
        ${askedFields.map((name) =>
          selectField({ ...common(form, `asks.${name}`, askedLabels[name]), options: asked }),
        )}
      </div>`,
  );
}

function questions(form: EventTypeForm): Html {
  const rows = rowsOf(form.fields);
  const next = rows.length === 0 ? 0 : rows.at(-1)! + 1;
  return group(
    'Your own questions',
    html`<p class="field-hint">
        Empty a question to remove it. Once saved, there is room for one more.
      </p>
      ${[...rows, next].map((row) => question(form, row))}`,
  );
}

function question(form: EventTypeForm, row: number): Html {
  const name = (part: string) => `question-${row}-${part}`;
  const key = form.fields[name('key')];
  return html`<div class="form-pair">
    ${hiddenFields({ [name('key')]: key })}
    ${text(form, name('label'), `Question ${row + 1}`, { isOptional: true, extra: { maxlength: 200 } })}
    ${selectField({ ...common(form, name('kind'), 'Answer'), options: answers })}
    ${selectField({ ...common(form, name('isRequired'), 'Needed'), options: yesNo })}
  </div>`;
}

function group(title: string, body: Html): Html {
  return html`<fieldset class="card form group">
    <legend class="visually-hidden">${title}</legend>
    <h2 aria-hidden="true">${title}</h2>
    ${body}
  </fieldset>`;
}

type Extras = Pick<Parameters<typeof textField>[0], 'hint' | 'isOptional' | 'extra'>;

function text(form: EventTypeForm, name: string, label: string, extras: Extras): Html {
  return textField({ ...common(form, name, label), ...extras });
}

function number(form: EventTypeForm, name: string, label: string, extras: Extras): Html {
  return textField({ ...common(form, name, label), type: 'number', ...extras });
}

function common({ fields, errors }: EventTypeForm, name: string, label: string) {
  const error = errors.find(({ field }) => field === name)?.message;
  return { name, label, value: fields[name], error };
}

const places: Option[] = [
  { value: 'none', label: 'Not said' },
  { value: 'in_person', label: 'In person' },
  { value: 'phone', label: 'By phone' },
  { value: 'meet', label: 'Google Meet' },
  { value: 'link', label: 'At a link of your own' },
];

const confirmations: Option[] = [
  { value: 'email', label: 'Once the e-mail address is proven' },
  { value: 'instant', label: 'At once' },
  { value: 'approval', label: 'When you have accepted it' },
];

const declines: Option[] = [
  { value: 'keep', label: 'The booking stands, and you are told' },
  { value: 'cancel', label: 'The booking is cancelled, and its time is free' },
];

const visibility: Option[] = [
  { value: 'no', label: 'Shown' },
  { value: 'yes', label: 'Hidden: only who has the link' },
];

const asked: Option[] = [
  { value: 'required', label: 'Needed' },
  { value: 'optional', label: 'Optional' },
  { value: 'off', label: 'Not asked' },
];

const askedLabels = {
  phone: 'Phone',
  age: 'Age',
  gender: 'Gender',
  address: 'Address',
  newPatient: 'New or returning',
} as const;

const answers: Option[] = [
  { value: 'short', label: 'One line' },
  { value: 'long', label: 'Several lines' },
];

const yesNo: Option[] = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];

// The controls of an event type's form: each knows its label, what stands in it and what is at fault.
// Numbers are plain fields: what is no number must reach us, to be told and mended.
import type { Calendar } from '../calendars/calendar-queries.ts';
import type { FieldError } from '../problem.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { textField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import type { Fields } from './event-type-form.ts';
import { eventTypeLabels } from './event-type-labels.ts';

export type EventTypeForm = {
  action: string;
  /** Where it is shown as attendees would see it. */
  preview: string;
  save: string;
  fields: Fields;
  errors: readonly FieldError[];
  /** The address that the link's ending is put to. */
  home: string;
  /** Where its bookings can be written. */
  calendars: readonly Calendar[];
  schedules: readonly Pick<Schedule, 'id' | 'name' | 'isDefault'>[];
};

export function group(title: string, body: Html, id?: string): Html {
  return html`<fieldset${attributes({ class: 'card form group', id })}>
    <legend class="visually-hidden">${title}</legend>
    <h2 aria-hidden="true">${title}</h2>
    ${body}
  </fieldset>`;
}

type Extras = Pick<Parameters<typeof textField>[0], 'hint' | 'isOptional' | 'extra'>;

export function text(form: EventTypeForm, name: string, extras: Extras = {}): Html {
  return textField({ ...common(form, name), ...extras });
}

export function number(form: EventTypeForm, name: string, extras: Extras = {}): Html {
  const extra = { inputmode: 'numeric', maxlength: 10, autocomplete: 'off' };
  return textField({ ...common(form, name), extra, ...extras });
}

export function common({ fields, errors }: EventTypeForm, name: string) {
  const error = errors.find(({ field }) => field === name)?.message;
  return { name, label: eventTypeLabels(fields).get(name) ?? name, value: fields[name], error };
}

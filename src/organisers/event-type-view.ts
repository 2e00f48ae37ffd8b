// The form of one event type. Numbers are plain fields: what is no number must reach us, to be told and mended.
import type { Calendar } from '../calendars/calendar-queries.ts';
import type { FieldError } from '../problem.ts';
import { button, hiddenFields } from '../web/components.ts';
import { choiceField, selectField, textArea, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { fullCalendarName } from './connections/calendar-name.ts';
import { askedFields, type Fields } from './event-type-form.ts';
import { eventTypeLabels, shownRows } from './event-type-labels.ts';
import {
  answers,
  asked,
  confirmations,
  declines,
  places,
  visibility,
  yesNo,
} from './event-type-options.ts';
import { faultSummary } from './form-faults.ts';

export type EventTypeForm = {
  action: string;
  save: string;
  fields: Fields;
  errors: readonly FieldError[];
  /** The address that the link's ending is put to. */
  home: string;
  /** Where its bookings can be written. */
  calendars: readonly Calendar[];
};

export function eventTypeForm(form: EventTypeForm): Html {
  return html`<form class="stack" method="post" action="${form.action}" novalidate>
    ${faultSummary(form.errors, eventTypeLabels(form.fields))} ${basics(form)} ${timing(form)}
    ${asking(form)} ${questions(form)}
    <div>${button({ label: form.save })}</div>
  </form>`;
}

function basics(form: EventTypeForm): Html {
  return group(
    'What it is',
    html`${text(form, 'title', { extra: { maxlength: 200 } })}
      <div class="form-pair">
        ${number(form, 'durationMinutes', { hint: 'A multiple of 5, up to 720.' })}
        ${linkEnding(form)}
      </div>
      ${textArea({ ...common(form, 'description'), isOptional: true })}
      <div class="form-pair">
        ${selectField({ ...common(form, 'placeKind'), options: places })}
        ${text(form, 'placeDetail', {
          isOptional: true,
          hint: 'For a meeting in person, or at a link.',
        })}
      </div>
      ${calendarField(form)} ${choiceField({ ...common(form, 'isHidden'), options: visibility })}`,
  );
}

function linkEnding(form: EventTypeForm): Html {
  const slug = form.fields['slug'];
  const whole = slug
    ? html`The whole link: <span class="address">${form.home}/<strong>${slug}</strong></span>`
    : html`Comes after <span class="address">${form.home}/</span>; left empty, it is made from the
        title.`;
  return text(form, 'slug', {
    isOptional: true,
    hint: whole,
    extra: { maxlength: 60, autocapitalize: 'none', spellcheck: 'false' },
  });
}

/** Only where there is a choice. */
function calendarField(form: EventTypeForm): Html | false {
  const { calendars } = form;
  const chosen = form.fields['bookingCalendarId'];
  if (calendars.length < 2 && !chosen) return false;
  const options = calendars.map((each) => ({ value: each.id, label: fullCalendarName(each) }));
  return selectField({
    ...common(form, 'bookingCalendarId'),
    isOptional: true,
    options: [{ value: '', label: 'Where the other bookings go' }, ...options],
  });
}

function timing(form: EventTypeForm): Html {
  return group(
    'When it can be booked',
    html`${choiceField({ ...common(form, 'confirmation'), options: confirmations })}
      ${choiceField({ ...common(form, 'onDecline'), options: declines })}
      <div class="form-pair">
        ${number(form, 'minimumNoticeMinutes')} ${number(form, 'horizonDays')}
      </div>
      <div class="form-pair">
        ${number(form, 'bufferBeforeMinutes')} ${number(form, 'bufferAfterMinutes')}
      </div>
      <div class="form-pair">
        ${number(form, 'slotStepMinutes')} ${number(form, 'dailyCap', { isOptional: true })}
      </div>`,
  );
}

function asking(form: EventTypeForm): Html {
  return group(
    'What the form asks',
    html`<p class="field-hint">Name and e-mail address are always asked.</p>
      <div class="form-pair">
        ${askedFields.map((name) =>
          selectField({ ...common(form, `asks.${name}`), options: asked }),
        )}
      </div>`,
  );
}

function questions(form: EventTypeForm): Html {
  return group(
    'Your own questions',
    html`<p class="field-hint">
        Empty a question to remove it. Once saved, there is room for one more.
      </p>
      ${shownRows(form.fields).map((row) => question(form, row))}`,
  );
}

function question(form: EventTypeForm, row: number): Html {
  const name = (part: string) => `question-${row}-${part}`;
  const key = form.fields[name('key')];
  return html`<div class="form-pair">
    ${hiddenFields({ [name('key')]: key })}
    ${text(form, name('label'), { isOptional: true, extra: { maxlength: 200 } })}
    ${selectField({ ...common(form, name('kind')), options: answers })}
    ${selectField({ ...common(form, name('isRequired')), options: yesNo })}
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

function text(form: EventTypeForm, name: string, extras: Extras = {}): Html {
  return textField({ ...common(form, name), ...extras });
}

function number(form: EventTypeForm, name: string, extras: Extras = {}): Html {
  const extra = { inputmode: 'numeric', maxlength: 10, autocomplete: 'off' };
  return textField({ ...common(form, name), extra, ...extras });
}

function common({ fields, errors }: EventTypeForm, name: string) {
  const error = errors.find(({ field }) => field === name)?.message;
  return { name, label: eventTypeLabels(fields).get(name) ?? name, value: fields[name], error };
}

// The question: which event type, at which of its lengths, which date, what time.
import { durationsOf } from '../event-types/durations.ts';
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { button, errorSummary } from '../web/components.ts';
import { lengthText } from '../web/dates.ts';
import { selectField, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';

/** As typed. */
export type WhyFields = {
  eventType: string;
  durationMinutes?: string;
  date: string;
  time?: string;
  again?: string;
};

export type QuestionForm = {
  eventTypes: readonly EventType[];
  fields: WhyFields;
  errors: readonly FieldError[];
  timeZone: string;
};

const labels = () => ({
  eventType: say('Event type'),
  durationMinutes: say('Length'),
  date: say('Date'),
  time: say('Time'),
});

export function questionForm(form: QuestionForm): Html {
  const { eventTypes, errors, timeZone } = form;
  const labelOf = (field: string) => new Map(Object.entries(labels())).get(field);
  if (eventTypes.length === 0) return nothingToAsk();
  return html`<section class="card stack" aria-labelledby="question">
    <h2 id="question">${say('Ask about a time')}</h2>
    ${errorSummary(errors, labelOf)}
    <form class="form" method="get" action="/organiser/why">
      ${subjectFields(form)} ${timeFields(form)}
      <p class="soft small">
        ${say('On your clock, in {timeZone}.', { timeZone: timeZone.replaceAll('_', ' ') })}
      </p>
      <div>${button({ label: say('Why?') })}</div>
    </form>
  </section>`;
}

function subjectFields({ eventTypes, fields, errors }: QuestionForm): Html {
  const { eventType, durationMinutes } = labels();
  const hasLengths = eventTypes.some(({ otherDurations }) => otherDurations.length > 0);
  return html`${selectField({
    name: 'eventType',
    label: eventType,
    value: fields.eventType,
    error: errorOf(errors, 'eventType'),
    options: eventTypes.map(({ slug, title }) => ({ value: slug, label: title })),
  })}
  ${
    hasLengths &&
    selectField({
      name: 'durationMinutes',
      label: durationMinutes,
      isOptional: true,
      hint: say('Of an event type with several to choose from.'),
      value: fields.durationMinutes,
      error: errorOf(errors, 'durationMinutes'),
      options: [{ value: '', label: say('Its usual one') }, ...lengthOptions(eventTypes)],
    })
  }`;
}

function lengthOptions(eventTypes: readonly EventType[]) {
  const several = eventTypes.filter(({ otherDurations }) => otherDurations.length > 0);
  const lengths = new Set(several.flatMap(durationsOf));
  return [...lengths]
    .sort((a, b) => a - b)
    .map((minutes) => ({ value: String(minutes), label: lengthText(minutes) }));
}

function timeFields({ fields, errors }: QuestionForm): Html {
  const { date, time } = labels();
  return html`<div class="form-pair">
    ${textField({
      name: 'date',
      label: date,
      type: 'date',
      value: fields.date,
      error: errorOf(errors, 'date'),
    })}
    ${textField({
      name: 'time',
      label: time,
      value: fields.time,
      error: errorOf(errors, 'time'),
      extra: { autocomplete: 'off', maxlength: 8, placeholder: '09:30' },
    })}
  </div>`;
}

function errorOf(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find(({ field }) => field === name)?.message;
}

function nothingToAsk(): Html {
  return html`<section class="card stack">
    <p>${say('Nothing can be booked with you yet: there is no event type.')}</p>
    <p><a href="/organiser/new-event-type">${say('Add an event type')}</a></p>
  </section>`;
}

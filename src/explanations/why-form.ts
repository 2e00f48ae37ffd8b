// The question: which event type, which date, what time.
import type { EventType } from '../event-types/event-type.ts';
import type { FieldError } from '../problem.ts';
import { button, errorSummary } from '../web/components.ts';
import { selectField, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';

/** As typed. */
export type WhyFields = { eventType: string; date: string; time?: string; again?: string };

export type QuestionForm = {
  eventTypes: readonly EventType[];
  fields: WhyFields;
  errors: readonly FieldError[];
  timeZone: string;
};

const labels: Record<string, string> = { eventType: 'Event type', date: 'Date', time: 'Time' };

export function questionForm({ eventTypes, fields, errors, timeZone }: QuestionForm): Html {
  if (eventTypes.length === 0) return nothingToAsk();
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  return html`<section class="card stack" aria-labelledby="question">
    <h2 id="question">Ask about a time</h2>
    ${errorSummary(errors, (field) => labels[field])}
    <form class="form" method="get" action="/organiser/why">
      ${selectField({
        name: 'eventType',
        label: labels['eventType']!,
        value: fields.eventType,
        error: errorOf('eventType'),
        options: eventTypes.map(({ slug, title }) => ({ value: slug, label: title })),
      })}
      <div class="form-pair">
        ${textField({
          name: 'date',
          label: labels['date']!,
          type: 'date',
          value: fields.date,
          error: errorOf('date'),
        })}
        ${textField({
          name: 'time',
          label: labels['time']!,
          value: fields.time,
          error: errorOf('time'),
          extra: { autocomplete: 'off', maxlength: 8, placeholder: '09:30' },
        })}
      </div>
      <p class="soft small">On your clock, in ${timeZone.replaceAll('_', ' ')}.</p>
      <div>${button({ label: 'Why?' })}</div>
    </form>
  </section>`;
}

function nothingToAsk(): Html {
  return html`<section class="card stack">
    <p>Nothing can be booked with you yet: there is no event type.</p>
    <p><a href="/organiser/new-event-type">Add an event type</a></p>
  </section>`;
}

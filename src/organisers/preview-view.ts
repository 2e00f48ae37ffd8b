// An event type as attendees see it: its free times and its form, marked as a preview on top.
import { formFields } from '../bookings/form-fields.ts';
import type { Config } from '../config.ts';
import { unavailable } from '../event-types/calendar-view.ts';
import { durationsOf } from '../event-types/durations.ts';
import type { Calendar } from '../event-types/find-calendar.ts';
import { summary } from '../event-types/summary-view.ts';
import { say } from '../languages/say.ts';
import { type FieldError, Problem } from '../problem.ts';
import { button, notice } from '../web/components.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import type { PickerQuery } from '../web/picker/picker-input.ts';
import { pickerView } from '../web/picker/picker-view.ts';
import { picker } from '../web/picker/picker.ts';
import type { Fields } from './event-type-form.ts';
import { eventTypeLabels } from './event-type-labels.ts';

export type Preview = {
  config: Config;
  calendar: Calendar;
  path: string;
  query: PickerQuery;
  isSaved: boolean;
  /** Accept-Language, for the clock. */
  language: string;
  now: Date;
};

export function previewPage(view: Preview): Html {
  const { config, calendar, isSaved } = view;
  const { organiser, eventType } = calendar;
  return page({
    title: say('Preview: {title}', { title: eventType.title }),
    notice: config.notice,
    width: 'wide',
    scripts: isSaved ? ['calendar.ts'] : [],
    body: html`${banner(view)}
      <article class="card booking">
        ${summary({ organiser, eventType })}
        <div class="booking-main">
          <p class="visually-hidden" aria-live="polite" id="announcement"></p>
          <div${attributes({ inert: !isSaved })}>${times(view)}</div>
        </div>
      </article>
      <article class="card booking" id="form">
        <header class="summary"><h2>${say('Then the form asks')}</h2></header>
        <div class="booking-main">${form(view)}</div>
      </article>`,
  });
}

/** What cannot be saved cannot be shown either. */
export function faultyPreview(config: Config, fields: Fields, faults: readonly FieldError[]): Html {
  const labels = eventTypeLabels(fields);
  const title = say('Not yet to be seen');
  return page({
    title,
    notice: config.notice,
    width: 'narrow',
    body: html`<article class="card letter">
      <h1>${title}</h1>
      <p>${say('These want mending first. The form is still open in the other tab.')}</p>
      <ul>
        ${faults.map(
          ({ field, message }) => html`<li>${labels.get(field) ?? field}: ${message}</li>`,
        )}
      </ul>
    </article>`,
  });
}

function banner({ isSaved, path }: Preview): Html {
  const body = isSaved
    ? say('This is how attendees see it. Nothing can be booked here.')
    : say(
        'This is how attendees would see it. It is not saved yet, and nothing can be booked here.',
      );
  return html`<div class="preview-line">
    ${notice({
      kind: 'warning',
      title: say('Preview'),
      body: html`<p>${body}</p>
        ${isSaved && html`<p><a href="${path.replace(/\/preview$/, '')}">${say('Back to the event type')}</a></p>`}`,
    })}
  </div>`;
}

/** A time that is pressed leads on to the form below, and keeps nothing. */
function times({ calendar, path, query, language, now }: Preview): Html {
  const { times, durationMinutes, eventType, timeZone } = calendar;
  if (times instanceof Problem) return unavailable(times.message, path);
  const request = {
    path,
    query,
    language,
    now,
    hidden: { ...query, timeZone, durationMinutes },
    send: { action: `${path}#form`, method: 'get' as const },
    lengths: durationsOf(eventType),
  };
  return html`${picker(pickerView(times, request))}`;
}

function form({ calendar }: Preview): Html {
  const state = { eventType: calendar.eventType, typed: {}, errors: [] };
  const extra = { disabled: true, type: 'button' };
  return html`<div class="form">
    ${formFields(state)}
    <div>${button({ label: say('Nothing is sent from a preview'), extra })}</div>
  </div>`;
}

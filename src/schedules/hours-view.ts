// The hours page: the week, and the dates on which other hours hold.
import type { Availability } from '../availability/open-hours.ts';
import { askOnce } from '../organisers/ask-once.ts';
import { dateWords } from '../organisers/day-words.ts';
import { faultSummary } from '../organisers/form-faults.ts';
import { timeZoneOptions } from '../organisers/time-zone-options.ts';
import type { FieldError } from '../problem.ts';
import { button, hiddenFields } from '../web/components.ts';
import { selectField, textField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import type { DateDraft, Pair, WeekDraft } from './hours-form.ts';
import { dateLabels, dayName, intervalName, weekLabels } from './hours-words.ts';

export type Faults = readonly FieldError[];

export function weekForm(draft: WeekDraft, faults: Faults): Html {
  return html`<section class="card stack" aria-labelledby="week">
    <h2 id="week">Your week</h2>
    ${faultSummary(faults, weekLabels(draft))}
    <form class="form" method="post" action="/organiser/hours">
      ${selectField({
        name: 'timeZone',
        label: 'Time zone of these hours',
        value: draft.timeZone,
        options: timeZoneOptions(draft.timeZone),
        error: faultOf(faults, 'timeZone'),
      })}
      <p class="field-hint">
        A day without times is closed. 24:00 is the end of the day. Once saved, each day has room
        for one more interval.
      </p>
      <div class="week">${draft.days.map((day) => dayFields(day, faults))}</div>
      <div>${button({ label: 'Save the week' })}</div>
    </form>
  </section>`;
}

function dayFields({ weekday, pairs }: WeekDraft['days'][number], faults: Faults): Html {
  const name = dayName(weekday);
  return html`<fieldset class="week-day">
    <legend>${name}</legend>
    <div class="pairs">
      ${pairs.map((pair, index) => pairFields(pair, `${name}, ${intervalName(index)},`, faults))}
    </div>
  </fieldset>`;
}

function pairFields(pair: Pair, label: string, faults: Faults): Html {
  const sides = ['opens', 'closes'] as const;
  const messages = sides.map((side) => [side, faultOf(faults, `${pair.name}-${side}`)] as const);
  return html`<div class="pair">
      ${timeField(pair, 'opens', `${label} opens`, faults)}
      <span aria-hidden="true">–</span>
      ${timeField(pair, 'closes', `${label} closes`, faults)}
    </div>
    ${messages.map(
      ([side, message]) =>
        message &&
        html`<p class="field-error" id="field-${pair.name}-${side}-error">${message}</p>`,
    )}`;
}

function timeField(pair: Pair, side: 'opens' | 'closes', label: string, faults: Faults): Html {
  const name = `${pair.name}-${side}`;
  const hasFault = faultOf(faults, name) !== undefined;
  return html`<input${attributes({
    class: 'input input-time',
    id: `field-${name}`,
    name,
    value: pair[side],
    'aria-label': label,
    'aria-invalid': hasFault && 'true',
    'aria-describedby': hasFault && `field-${name}-error`,
    autocomplete: 'off',
    maxlength: 8,
    placeholder: '··:··',
  })} />`;
}

export function datesCard(
  overrides: Availability['overrides'],
  draft: DateDraft,
  faults: Faults,
): Html {
  return html`<section class="card stack" aria-labelledby="dates">
    <h2 id="dates">Other hours on some dates</h2>
    ${faultSummary(faults, dateLabels(draft))} ${overrides.length > 0 && dateList(overrides)}
    <form class="form" method="post" action="/organiser/hours/dates">
      ${textField({
        name: 'date',
        label: 'Date',
        type: 'date',
        value: draft.date,
        error: faultOf(faults, 'date'),
      })}
      <fieldset class="field">
        <legend class="field-label">Open</legend>
        <p class="field-hint">Leave the times empty to be closed all day.</p>
        <div class="pairs">
          ${draft.pairs.map((pair, index) => pairFields(pair, `On this date, ${intervalName(index)},`, faults))}
        </div>
      </fieldset>
      <div>${button({ label: 'Add this date', kind: 'plain' })}</div>
    </form>
  </section>`;
}

function dateList(overrides: Availability['overrides']): Html {
  return html`<ul class="entries">
    ${overrides.map(
      ({ date, intervals }) =>
        html`<li class="row date-row">
          <strong>${dateWords(date)}</strong>
          <span>${intervals.length === 0 ? 'closed' : intervals.map(range).join(', ')}</span>
          ${askOnce({
            label: html`Remove<span class="visually-hidden"> ${dateWords(date)}</span>`,
            question: 'Remove this date? The hours of the week hold again.',
            action: '/organiser/hours/dates/remove',
            yes: 'Yes, remove it',
            fields: hiddenFields({ date }),
          })}
        </li>`,
    )}
  </ul>`;
}

function range({ opens, closes }: { opens: string; closes: string }): string {
  return `${opens}–${closes}`;
}

function faultOf(faults: Faults, field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}

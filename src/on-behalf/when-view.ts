// The second question: one of the free times, or any other of the organiser's choosing.
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { button, errorSummary, hiddenFields } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { home, type Wish, wishFields } from './wish.ts';

export type OtherTime = {
  /** As typed. */
  on: string;
  at: string;
  errors: readonly FieldError[];
  timeZone: string;
};

export function chooseWhen(calendar: Html, wish: Wish, other: OtherTime): Html {
  return html`<section class="card stack" aria-label="${say('Free times')}">
      <p class="visually-hidden" aria-live="polite" id="announcement"></p>
      ${calendar}
    </section>
    ${otherTimeForm(home, wishFields({ ...wish, start: undefined, date: undefined }), other)}`;
}

/** Sends `on` and `at` with what was settled before. */
export function otherTimeForm(
  action: string,
  settled: Record<string, string | undefined>,
  { on, at, errors, timeZone }: OtherTime,
): Html {
  return html`<form class="card stack form" method="get" action="${action}" novalidate>
    <div>
      <h2>${say('Another time')}</h2>
      <p class="soft">
        ${say('Any time that no other booking has: also outside of your hours, or between two of the free times.')}
      </p>
    </div>
    ${errorSummary(errors, (field) => labels[field]?.())} ${hiddenFields(settled)}
    ${otherTimeFields({ on, at, errors, timeZone })}
    <p>${button({ label: say('Take this time'), kind: 'plain' })}</p>
  </form>`;
}

const labels: Record<string, () => string> = { on: () => say('Date'), at: () => say('Time') };

export function otherTimeFields({ on, at, errors, timeZone }: OtherTime): Html {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const zone = timeZone.replaceAll('_', ' ');
  return html`<div class="form-pair">
      ${textField({
        name: 'on',
        label: say('Date'),
        type: 'date',
        value: on,
        error: errorOf('on'),
        extra: { required: false },
      })}
      ${textField({
        name: 'at',
        label: say('Time'),
        value: at,
        error: errorOf('at'),
        extra: { autocomplete: 'off', maxlength: 8, placeholder: '09:30', required: false },
      })}
    </div>
    <p class="soft small">${say('On your clock, in {zone}.', { zone })}</p>`;
}

// The form: only what the event type asks for, beside what is being booked and how long the time is kept.
import { type Retention, retentionSentence } from '../attendees/retention.ts';
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import type { Confirmation } from '../event-types/event-type.ts';
import { summary } from '../event-types/summary-view.ts';
import { say } from '../languages/say.ts';
import type { FieldError, Problem, SlotTimes } from '../problem.ts';
import { button, errorSummary, hiddenFields, notice } from '../web/components.ts';
import type { Reader } from '../web/dates.ts';
import { attributes, html, type Html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { timesLink } from '../web/picker/links.ts';
import { lengthMinutes } from './booking-rules.ts';
import { chosenTime, holdLine } from './chosen-time.ts';
import { formFields, labelOf } from './form-fields.ts';
import type { Typed } from './form-input.ts';
import { formTrouble, isTimeGone } from './form-trouble.ts';

export type FormPage = Bookable & {
  config: Config;
  times: SlotTimes;
  reader: Reader;
  now: Date;
  /** Null: the time is not held any more. */
  hold: { token: string; expiresAt: Date } | null;
  typed: Typed;
  errors: readonly FieldError[];
  retention: Retention;
  /** The address of a form sent before had a slip. */
  isCorrection?: boolean;
  /** Why the form did not go through, and the times that could be taken instead. */
  trouble?: { problem: Problem; alternatives: readonly SlotTimes[] } | undefined;
};

const formId = 'booking-form';

export function formPage(view: FormPage): Html {
  const { config, organiser, eventType, times, reader } = view;
  return page({
    title: titleOf(view),
    typing: formId,
    notice: config.notice,
    width: 'wide',
    scripts: ['form.ts'],
    body: html`<article class="card booking">
      ${summary({ organiser, eventType, when: chosenTime(times, reader, isGone(view)) })}
      <div class="booking-main">${form(view)}</div>
    </article>`,
  });
}

function titleOf({ errors, eventType, organiser }: FormPage): string {
  const title = `${eventType.title} – ${organiser.name}`;
  return errors.length > 0 ? say('Please check: {title}', { title }) : title;
}

function form(view: FormPage): Html {
  const { organiser, eventType, times, reader, hold, errors } = view;
  const path = `/${organiser.handle}/${eventType.slug}`;
  const offersOthers = view.trouble !== undefined;
  const isFresh = errors.length === 0 && !offersOthers;
  const wish = { durationMinutes: lengthMinutes(times), key: view.key };
  const hidden = {
    hold: hold?.token,
    start: times.startsAt.toISOString(),
    ...wish,
    ...reader,
  };
  const own = attributes({
    id: formId,
    class: 'form',
    method: 'post',
    action: `${path}/book`,
    novalidate: true,
    'data-once': true,
    'data-draft': path,
    'data-fresh': isFresh,
  });
  return html`<form${own}>
    ${offersOthers && defaultButton()} ${hiddenFields(hidden)} ${errorSummary(errors, (field) => labelOf(field, eventType))} ${formTrouble(view)}
    <div class="stack">
      <h2>${say('Your details')}</h2>
      <div>${hold && holdLine(hold.expiresAt, view.now, reader)} ${!isGone(view) && timeIsOver(hold !== null)}</div>
      ${view.isCorrection && html`<p>${say('Please correct the address and send the form again.')}</p>`}
    </div>
    ${formFields(view)}
    <p class="soft small">
      ${say('Your name and e-mail address go into {organiser}’s calendar. Everything else stays with {organiser} and never reaches Google.', { organiser: organiser.name })} ${retentionSentence(view.retention, eventType, organiser)}
    </p>
    <div class="form-end">
      ${button({ label: sendLabels[eventType.confirmation]() })}
      <a href="${timesLink(path, times.startsAt, reader, { hold: hold?.token, ...wish })}">${say('Choose another time')}</a>
    </div>
    <p class="soft small">${nextSteps(organiser.name)[eventType.confirmation]}</p>
  </form>`;
}

function isGone({ trouble }: FormPage): boolean {
  return trouble !== undefined && isTimeGone(trouble.problem);
}

/** Enter in a field presses the first button of a form: it must be this one, not another time's. */
function defaultButton(): Html {
  return html`<button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>`;
}

/** Shown by client/countdown.ts when the time is over while the form is open. */
function timeIsOver(isHeld: boolean): Html {
  const body = say('Send the form all the same: if the time is still free, it is yours.');
  return html`<div role="status">
    <div ${isHeld && html`hidden`} data-at-end>
      ${notice({ kind: 'warning', title: say('The time is not held any more'), body })}
    </div>
  </div>`;
}

const sendLabels: Record<Confirmation, () => string> = {
  email: () => say('Continue'),
  instant: () => say('Book this time'),
  approval: () => say('Ask for this time'),
};

function nextSteps(name: string): Record<Confirmation, string> {
  return {
    email: say('Next, we send you a mail with a link. The time is booked once you confirm there.'),
    instant: say('This books the time at once; a mail with all the details follows.'),
    approval: say('Next, you confirm your address by mail; then {name} answers your request.', {
      name,
    }),
  };
}

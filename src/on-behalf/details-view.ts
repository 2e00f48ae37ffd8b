// The last page: who it is for, with all that is known filled in, a note of one's own, and the button that books.
import { answer, labelOf } from '../bookings/form-fields.ts';
import type { Typed } from '../bookings/form-input.ts';
import type { EventType } from '../event-types/event-type.ts';
import { languageNames, languages } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { button, errorSummary, hiddenFields } from '../web/components.ts';
import { listCountries } from '../web/countries.ts';
import type { Reader } from '../web/dates.ts';
import { selectField, textArea, textField } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { zoneOptions } from '../web/picker/zone-options.ts';
import { keyOf } from './objection.ts';
import { objectionsNotice, refusedNotice, type Trouble } from './trouble-view.ts';
import type { OtherTime } from './when-view.ts';
import { home, type Wish, wishFields } from './wish.ts';

export type Details = {
  wish: Wish;
  eventType: EventType;
  reader: Reader;
  now: Date;
  typed: Typed;
  errors: readonly FieldError[];
  trouble: Trouble | null;
  /** The key of the objections that were ticked. */
  accepted: string;
  visit: string;
  other: OtherTime;
};

export function detailsForm(details: Details): Html {
  const { wish, errors, visit } = details;
  return html`<form class="card stack form" method="post" action="${home}" data-once novalidate>
    ${defaultButton()} ${hiddenFields({ ...wishFields(wish), visit })}
    ${errorSummary(errors, (field) => labelIn(field, details.eventType))} ${troubleOf(details)}
    <h2>${say('Attendee')}</h2>
    ${personFields(details)} ${moreFields(details)}
    ${textArea({
      ...fieldOf(details, 'note', say('Your note')),
      hint: say('Only you see it: not the attendee, and not Google.'),
      isOptional: true,
    })}
    ${mailFields(details)}
    <div class="form-end">${button({ label: say('Book') })}</div>
    <p class="soft small">
      ${say('It is booked at once. The attendee gets Google’s invitation, and a mail that says that you booked it and has the link to move or cancel it.')}
    </p>
  </form>`;
}

/** Enter in a field presses the first button of a form: it must be this one, not another time's. */
function defaultButton(): Html {
  return html`<button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>`;
}

function troubleOf({ trouble, reader, accepted, errors, other }: Details): Child {
  if (trouble === null) return null;
  if (trouble.is === 'refused') return refusedNotice(trouble, reader, other);
  const { objections } = trouble;
  const error = errors.find(({ field }) => field === 'accept')?.message;
  const isAccepted = accepted === keyOf(objections);
  return objectionsNotice(objections, { timeZone: reader.timeZone, error, isAccepted });
}

function personFields(details: Details): Html {
  return html`${textField({
      ...fieldOf(details, 'name', say('Name')),
      extra: { autocomplete: 'off' },
    })}
    ${textField({
      ...fieldOf(details, 'email', say('E-mail')),
      type: 'email',
      hint: say('The invitation goes there.'),
      extra: { autocomplete: 'off', inputmode: 'email', spellcheck: 'false' },
    })}
    <div class="form-phone">
      ${selectField({
        ...fieldOf(details, 'phoneCountry', say('Country')),
        options: [{ value: '', label: say('Other') }, ...listCountries()],
        extra: { autocomplete: 'off', required: false },
      })}
      ${textField({
        ...fieldOf(details, 'phone', say('Phone')),
        type: 'tel',
        isOptional: true,
        extra: { autocomplete: 'off', inputmode: 'tel' },
      })}
    </div>`;
}

/** What the event type asks its attendees, for an organiser who knows it. */
function moreFields(details: Details): Html | null {
  const { eventType, typed, errors } = details;
  const { asks, questions } = eventType;
  const optional = (name: string, label: string) => ({
    ...fieldOf(details, name, label),
    isOptional: true,
  });
  const fields = [
    asks.age !== 'off' &&
      textField({ ...optional('age', say('Age')), extra: { inputmode: 'numeric' } }),
    asks.gender !== 'off' && textField(optional('gender', say('Gender'))),
    asks.address !== 'off' && textArea({ ...optional('address', say('Address')), rows: 2 }),
    ...questions.map((question) =>
      answer({ eventType, typed, errors }, { ...question, isRequired: false }),
    ),
  ].filter((field) => field !== false);
  if (fields.length === 0) return null;
  const isOpen = errors.some(({ field }) => /^(age|gender|address|answers\.)/.test(field));
  return html`<details class="details" ${isOpen && 'open'}>
    <summary>${say('What the form would ask')}</summary>
    <div class="stack">${fields}</div>
  </details>`;
}

function mailFields(details: Details): Html {
  const { typed, now } = details;
  const options = languages.map((language) => ({
    value: language,
    label: languageNames[language],
  }));
  return html`<details class="details">
    <summary>${say('Language and time zone of the mails')}</summary>
    <div class="form-pair">
      ${selectField({ ...fieldOf(details, 'theirLanguage', say('Language')), options })}
      <div class="field">
        <label class="field-label" for="field-theirZone">${say('Time zone')}</label>
        <select class="input" name="theirZone" id="field-theirZone">
          ${zoneOptions(typed['theirZone'] ?? '', now)}
        </select>
      </div>
    </div>
  </details>`;
}

function fieldOf({ typed, errors }: Details, name: string, label: string) {
  const error = errors.find(({ field }) => field === name)?.message;
  return { name, label, value: typed[name], error };
}

const labels: Record<string, () => string> = {
  name: () => say('Name'),
  email: () => say('E-mail'),
  phone: () => say('Phone'),
  note: () => say('Your note'),
  on: () => say('Date'),
  at: () => say('Time'),
  accept: () => say('Time'),
};

function labelIn(field: string, eventType: EventType): string | undefined {
  return labels[field]?.() ?? labelOf(field, eventType);
}

// Privacy as the organiser settles and reads it.
import { timeWords } from '../organisers/day-words.ts';
import type { FieldError } from '../problem.ts';
import { button, buttonLink, errorSummary, facts } from '../web/components.ts';
import { zoneText } from '../web/dates.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { dateWords } from './attendee-view.ts';
import { counted, erasedFieldWords, type Receipt, receiptSentences } from './receipt.ts';
import { type RetainedField, retainedFields } from './retention.ts';

const labels: Record<RetainedField, string> = {
  age: 'Age',
  gender: 'Gender',
  address: 'Address',
  answers: 'Answers to your questions',
  phone: 'Phone number',
  note: 'The attendee’s note',
};

export function retentionCard(
  action: string,
  fields: Record<string, string>,
  errors: readonly FieldError[],
): Html {
  return html`<form class="card stack" method="post" action="${action}" novalidate>
    <h2>How long what the form asks is kept</h2>
    ${errorSummary(errors, (field) => labels[field as RetainedField])}
    <p>
      In days after the visit; then it is erased by itself, and cannot be brought back. Leave a
      field empty to keep it. Attendees read this in one sentence below the form.
    </p>
    <div class="retentions">
      ${retainedFields.map((field) =>
        textField({
          name: field,
          label: labels[field],
          value: fields[field],
          error: errors.find((error) => error.field === field)?.message,
          extra: {
            required: false,
            inputmode: 'numeric',
            autocomplete: 'off',
            placeholder: 'kept',
          },
        }),
      )}
    </div>
    <p>${button({ label: 'Save' })}</p>
  </form>`;
}

export function receiptList(receipts: readonly Receipt[], timeZone: string): Html {
  return html`<section class="card stack" aria-labelledby="receipts">
    <h2 id="receipts">Receipts of erasures</h2>
    ${receipts.length === 0 && html`<p class="soft">Nobody has been erased.</p>`}
    <ul class="visits">
      ${receipts.map(
        (receipt) =>
          html`<li class="visit">
            <p>${dateWords(receipt.erasedAt, timeZone)}</p>
            <p>${counted(receipt.bookingCount, 'booking', 'bookings')} without a person now</p>
            <p>
              <a href="/organiser/privacy/receipts/${receipt.id}"
                >Receipt ${receipt.id.slice(0, 8)}</a
              >
            </p>
          </li>`,
      )}
    </ul>
  </section>`;
}

export function receiptCard(receipt: Receipt, timeZone: string): Html {
  return html`<section class="card stack" aria-label="Receipt">
    ${facts([
      ['Receipt', receipt.id],
      ['Erased at', momentText(receipt.erasedAt, timeZone)],
      ['Erased', receipt.fields.map((field) => erasedFieldWords[field]).join(', ')],
    ])}
    ${receiptSentences(receipt).map((sentence) => html`<p>${sentence}</p>`)}
    <p>
      ${buttonLink({ label: 'Download as text', href: `/organiser/privacy/receipts/${receipt.id}/text` })}
    </p>
    <p class="soft small">It names nobody, so that you may keep it.</p>
  </section>`;
}

/** "Tuesday 24 November 2026, 14:05, Europe/Berlin (GMT+1)" */
export function momentText(at: Date, timeZone: string): string {
  const time = timeWords(at, at, timeZone).split('–')[0]!;
  return `${dateWords(at, timeZone)}, ${time}, ${zoneText(timeZone, at)}`;
}

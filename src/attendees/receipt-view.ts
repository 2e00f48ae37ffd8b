// Receipts of erasures as their organiser reads them.
import { say } from '../languages/say.ts';
import { listText } from '../schedules/hours-words.ts';
import { buttonLink, facts } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { momentText } from './moment-text.ts';
import { erasedFieldWords, type Receipt, type ReceiptMail, receiptSentences } from './receipt.ts';

const place = '/organiser/privacy/receipts';

export function receiptList(receipts: readonly Receipt[], timeZone: string): Html {
  return html`<section class="card stack" aria-labelledby="receipts">
    <h2 id="receipts">${say('Receipts of erasures')}</h2>
    ${receipts.length === 0 && html`<p class="soft">${say('Nobody has been erased.')}</p>`}
    <ul class="visits">
      ${receipts.map((receipt) => receiptRow(receipt, timeZone))}
    </ul>
  </section>`;
}

function receiptRow({ id, erasedAt, bookingCount: count }: Receipt, timeZone: string): Html {
  return html`<li class="visit">
    <p>${dateText(erasedAt, { timeZone })}</p>
    <p>
      ${say('{count, plural, one {# booking without a person now} other {# bookings without a person now}}', { count })}
    </p>
    <p><a href="${place}/${id}">${say('Receipt {id}', { id: id.slice(0, 8) })}</a></p>
  </li>`;
}

export function receiptCard(receipt: Receipt, timeZone: string): Html {
  return html`<section class="card stack" aria-label="${say('Receipt')}">
    ${facts([
      [say('Receipt'), receipt.id],
      [say('Erased at'), momentText(receipt.erasedAt, timeZone)],
      [say('Erased'), listText(receipt.fields.map(erasedFieldWords))],
      [say('Mail to the person'), mailWords[receipt.mail]()],
    ])}
    ${receiptSentences(receipt).map((sentence) => html`<p>${sentence}</p>`)}
    <p>${buttonLink({ label: say('Download as text'), href: `${place}/${receipt.id}/text` })}</p>
    <p class="soft small">${say('It names nobody, so that you may keep it.')}</p>
  </section>`;
}

const mailWords: Record<ReceiptMail, () => string> = {
  none: () => say('None'),
  on_its_way: () => say('On its way; the address is kept until it is out, a day at the most'),
  sent: () => say('Sent; the address is forgotten'),
  failed: () => say('Could not be sent; the address is forgotten'),
};

// The one question before an erasure: what goes, what stays, what is still to come, and who gets the receipt.
import { say } from '../languages/say.ts';
import type { Problem } from '../problem.ts';
import { button, buttonLink, notice } from '../web/components.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { home, wayBack } from './attendee-view.ts';
import type { Attendee, AttendeeBooking } from './attendee.ts';
import { googleWords } from './receipt.ts';
import { bookingRows } from './visit-view.ts';

export type EraseView = {
  title: string;
  attendee: Attendee;
  bookings: readonly AttendeeBooking[];
  timeZone: string;
  /** As ticked. */
  cancelsUpcoming?: boolean;
  mailsReceipt: boolean;
  refused?: Problem;
};

const mostListed = 20;

export function eraseView(view: EraseView): Html {
  const { title, attendee, bookings, refused, mailsReceipt } = view;
  const { name, email } = attendee;
  const place = `${home}/${attendee.id}`;
  return html`${wayBack(place, say('Back to {name}', { name }))}
    <h1>${title}</h1>
    ${refused && notice({ kind: 'warning', body: refused.message, isUrgent: true })}
    <form class="card stack" method="post" action="${place}/erase">
      ${consequences(email, bookings.length)} ${consent(view)}
      ${choice('mailReceipt', say('Mail the receipt to {email}: the last mail that goes there.', { email }), mailsReceipt)}
      <p class="row">
        ${button({ label: say('Erase for good'), kind: 'danger' })}
        ${buttonLink({ label: say('Keep the record'), href: place, kind: 'quiet' })}
      </p>
    </form>`;
}

function consequences(email: string, count: number): Html {
  return html`<p>${say('This cannot be undone. This is what happens:')}</p>
    <ul class="stack">
      <li>
        ${say('Name, addresses, phone number, your note, and all that was typed in forms are erased, for {email} and every address that was merged into it.', { email })}
      </li>
      <li>
        ${say('{count, plural, one {# booking keeps its time and outcome, without the person, so that your history and your numbers stay true.} other {# bookings keep their time and outcome, without the person, so that your history and your numbers stay true.}}', { count })}
      </li>
      <li>${say('Links to these bookings end.')}</li>
      <li>${googleWords()}</li>
      <li>${say('Mails that were sent stay in the mailboxes they went to.')}</li>
      <li>${say('You get a receipt that names nobody, to keep and to hand over.')}</li>
    </ul>`;
}

function consent({ bookings, timeZone, cancelsUpcoming = false }: EraseView): Html | false {
  const upcoming = bookings.filter(({ isUpcoming }) => isUpcoming);
  const count = upcoming.length;
  const more = count - mostListed;
  const label = say(
    '{count, plural, one {Cancel this appointment. The event is deleted in Google, and Google tells the guest.} other {Cancel these # appointments. The events are deleted in Google, and Google tells the guest.}}',
    { count },
  );
  if (count === 0) return false;
  return html`<div class="stack">
    <h2>${say('Still to come')}</h2>
    ${bookingRows(upcoming.slice(0, mostListed), timeZone)}
    ${more > 0 && html`<p class="soft">${say('And {count, plural, one {one more} other {# more}}.', { count: more })}</p>`}
    ${choice('cancelUpcoming', label, cancelsUpcoming)}
  </div>`;
}

function choice(name: string, label: string, isTicked: boolean): Html {
  const own = attributes({ type: 'checkbox', name, value: 'yes', checked: isTicked });
  return html`<label class="choice"><input${own} /><span>${label}</span></label>`;
}

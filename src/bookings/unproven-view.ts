// "Check your mail": the form is in, the time is kept, and nothing is booked until the link in the mail is pressed.
import { actionButton, badge, buttonLink, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { needsApproval } from './booking-rules.ts';
import type { Requested } from './booking.ts';
import { holdLine } from './chosen-time.ts';
import { bookingFacts, letterPage } from './letter-view.ts';
import type { ManagePage } from './manage-view.ts';

export function unprovenPage(view: ManagePage, booking: Requested): Html {
  const { config, now, reader, path } = view;
  return letterPage({
    config,
    title: 'Check your mail',
    badge: ['Not booked yet', 'warning'],
    scripts: ['letter.ts'],
    body: html`${answer(view, booking)}
      <p>
        We have sent a link to <strong class="address">${booking.attendee.email}</strong>. Open it
        and press the button there; ${whatThePressDoes(view)}
      </p>
      <div>${holdLine(booking.expiresAt, now, reader)} ${timeIsOver()}</div>
      ${bookingFacts({ ...view, times: booking })}
      <dl class="asides">
        <div>
          <dt>No mail yet?</dt>
          <dd>${noMail(view)}</dd>
        </div>
        <div>
          <dt>Wrong address?</dt>
          <dd>
            <p>Correct it and send the form again: the time stays yours.</p>
            ${actionButton(`${path}/correct`, { label: 'Correct the address', kind: 'plain' })}
          </dd>
        </div>
      </dl>
      ${buttonLink({ label: 'Cancel', href: `${path}/cancel`, kind: 'quiet' })}`,
  });
}

/** To the press that was made last on this page. */
function answer({ isSentAgain, trouble }: ManagePage, { attendee }: Requested): Html | false {
  if (trouble) return notice({ kind: 'warning', body: trouble.message, isUrgent: true });
  if (!isSentAgain) return false;
  const body = html`The mail to <span class="address">${attendee.email}</span> is on its way once
    more.`;
  return notice({ kind: 'success', title: 'Sent again', body, isUrgent: true });
}

function noMail({ path, resending }: ManagePage): Html {
  if (resending === 'often_enough')
    return html`<p>It went out several times. Please look among the spam.</p>`;
  return html`<p>It can take a minute, and it may have landed among the spam.</p>
    ${actionButton(`${path}/resend`, { label: 'Send it again', kind: 'plain' })}`;
}

function whatThePressDoes({ eventType, organiser }: ManagePage): string {
  return needsApproval(eventType)
    ? `with that your request goes to ${organiser.name}, who decides.`
    : 'then the time is yours.';
}

function timeIsOver(): Html {
  return html`<div role="status">
    <p hidden data-at-end>
      ${badge('Run out', 'warning')} The thirty minutes are over. The link in the mail still works
      for as long as nobody else takes the time.
    </p>
  </div>`;
}

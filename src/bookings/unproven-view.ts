// "Check your mail": the form is in, the time is kept, and nothing is booked until the link in the mail is pressed.
import { say, sayHtml } from '../languages/say.ts';
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
    title: say('Check your mail'),
    badge: [say('Not booked yet'), 'warning'],
    scripts: ['letter.ts'],
    body: html`${answer(view, booking)}
      <p>
        ${sayHtml('We have sent a link to <address>{email}</address>.', { email: booking.attendee.email, address })}
        ${whatThePressDoes(view)}
      </p>
      <div>${holdLine(booking.expiresAt, now, reader)} ${timeIsOver()}</div>
      ${bookingFacts({ ...view, times: booking })}
      <dl class="asides">
        <div>
          <dt>${say('No mail yet?')}</dt>
          <dd>${noMail(view)}</dd>
        </div>
        <div>
          <dt>${say('Wrong address?')}</dt>
          <dd>
            <p>${say('Correct it and send the form again: the time stays yours.')}</p>
            ${actionButton(`${path}/correct`, { label: say('Correct the address'), kind: 'plain' })}
          </dd>
        </div>
      </dl>
      ${buttonLink({ label: say('Cancel'), href: `${path}/cancel`, kind: 'quiet' })}`,
  });
}

/** To the press that was made last on this page. */
function answer({ isSentAgain, trouble }: ManagePage, { attendee }: Requested): Html | false {
  if (trouble) return notice({ kind: 'warning', body: trouble.message, isUrgent: true });
  if (!isSentAgain) return false;
  const body = sayHtml('The mail to <address>{email}</address> is on its way once more.', {
    email: attendee.email,
    address,
  });
  return notice({ kind: 'success', title: say('Sent again'), body, isUrgent: true });
}

function address(words: Html): Html {
  return html`<strong class="address">${words}</strong>`;
}

function noMail({ path, resending }: ManagePage): Html {
  if (resending === 'often_enough')
    return html`<p>${say('It went out several times. Please look among the spam.')}</p>`;
  return html`<p>${say('It can take a minute, and it may have landed among the spam.')}</p>
    ${actionButton(`${path}/resend`, { label: say('Send it again'), kind: 'plain' })}`;
}

function whatThePressDoes({ eventType, organiser }: ManagePage): string {
  return needsApproval(eventType)
    ? say(
        'Open it and press the button there; with that your request goes to {organiser}, who decides.',
        { organiser: organiser.name },
      )
    : say('Open it and press the button there; then the time is yours.');
}

function timeIsOver(): Html {
  return html`<div role="status">
    <p hidden data-at-end>
      ${badge(say('Run out'), 'warning')}
      ${say('The thirty minutes are over. The link in the mail still works for as long as nobody else takes the time.')}
    </p>
  </div>`;
}

// Who is invited and has not come yet, and the form that invites.
import { say } from '../languages/say.ts';
import { agoWords } from '../organisers/day-words.ts';
import { faultSummary } from '../organisers/form-faults.ts';
import type { Problem } from '../problem.ts';
import { actionButton, badge, button, notice, unseen } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { type Invitation, mailStateOf } from './invitation.ts';
import type { AdministrationView } from './organisers-view.ts';

const home = '/organiser/administration/invitations';

export function invitationsCard(
  invitations: readonly Invitation[],
  refused: { entry: string; problem: Problem } | undefined,
  { config, now }: AdministrationView,
): Html {
  return html`<section class="card stack" aria-labelledby="invitations">
    <h2 id="invitations">${say('Invitations')}</h2>
    ${admission(config.organisers)} ${inviteForm(refused)}
    ${
      invitations.length > 0 &&
      html`<h3>${say('Open')}</h3>
        <ul class="staff">
          ${invitations.map((invitation) => entry(invitation, now))}
        </ul>`
    }
  </section>`;
}

/** What ORGANISERS says already, so that nobody is invited in vain. */
function admission(organisers: readonly string[]): Html {
  return html`<p class="soft">
    ${
      organisers.includes('*')
        ? say(
            'ORGANISERS lets everybody sign in who has a Google account. An invitation tells them so by mail.',
          )
        : say('Whoever is in ORGANISERS may sign in, and whoever is invited here.')
    }
  </p>`;
}

function inviteForm(refused: { entry: string; problem: Problem } | undefined): Html {
  const faults = refused?.problem.errors ?? [];
  const label = say('Address or @domain');
  return html`${faultSummary(faults, new Map([['entry', label]]))}
    ${refused && faults.length === 0 && notice({ kind: 'warning', body: refused.problem.message, isUrgent: true })}
    <form class="search" method="post" action="${home}">
      ${textField({
        name: 'entry',
        label,
        hint: say(
          'An address gets a mail with the way in. A domain lets in everybody whose Google account belongs to it.',
        ),
        value: refused?.entry,
        error: faults[0]?.message,
        extra: {
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: 'false',
          inputmode: 'email',
          maxlength: 254,
        },
      })}
      ${button({ label: say('Invite') })}
    </form>`;
}

function entry(invitation: Invitation, now: Date): Html {
  const { id, entry, invitedBy, invitedAt } = invitation;
  const ago = agoWords(invitedAt, now);
  return html`<li class="staff-entry">
    <div class="staff-who">
      <p><strong>${entry}</strong></p>
      <p class="soft small">
        ${invitedBy === null ? say('Invited {ago}', { ago }) : say('Invited by {name} {ago}', { name: invitedBy, ago })}
      </p>
    </div>
    <div class="staff-state">${mailWords(invitation)}</div>
    <div class="staff-action">
      ${actionButton(`${home}/${id}/withdraw`, {
        label: html`${say('Withdraw')}${unseen(html` ${entry}`)}`,
        kind: 'quiet',
      })}
    </div>
  </li>`;
}

function mailWords(invitation: Invitation): Html {
  switch (mailStateOf(invitation)) {
    case 'none':
      return html`<p class="soft small">${say('Whoever belongs to the domain may sign in')}</p>`;
    case 'on_its_way':
      return html`<p class="soft small">${say('The mail is on its way')}</p>`;
    case 'sent':
      return html`<p>${badge(say('Mailed'))}</p>`;
    case 'refused':
      return html`<p>${badge(say('The mail was refused'), 'warning')}</p>
        <p class="soft small">${invitation.mailRefusal}</p>`;
  }
}

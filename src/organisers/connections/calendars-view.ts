// The calendars page: what was just done, what is wrong, every account with its calendars, and the way to more accounts.
import { say } from '../../languages/say.ts';
import type { FieldError } from '../../problem.ts';
import { button, buttonLink, errorSummary } from '../../web/components.ts';
import { type Child, type Html, html } from '../../web/html.ts';
import { accountCard, type AccountView, checkForm, troubleNotice } from './account-card.ts';
import { formerAccounts } from './former-accounts.ts';
import type { GoogleAccount } from './google-account.ts';

export type CalendarsView = AccountView & {
  /** Disconnected ones. */
  former: readonly GoogleAccount[];
  message: Html | null;
  errors: readonly FieldError[];
};

export function calendarsView(view: CalendarsView): Html {
  const { accounts, organiser } = view.health;
  const general = view.troubles.filter((trouble) => !('account' in trouble));
  return html`<h1>${say('Connections')}</h1>
    ${view.message} ${errorSummary(view.errors)}
    ${general.map((trouble) => troubleNotice(trouble, view.now, organiser.timeZone))}
    ${accounts.length > 0 && [choiceForm(view), connectCard()]} ${formerAccounts(view.former)}
    <div hidden>${accounts.map(checkForm)}</div>`;
}

/** One form for all: where bookings go is one choice among the calendars of every account. */
function choiceForm(view: CalendarsView): Html {
  return html`<form class="stack" method="post" action="/organiser/calendars">
    <p class="soft" id="field-busy">
      ${say('Nobody is offered a time at which one of the ticked calendars is busy. New bookings are written to one calendar that you own.')}
    </p>
    <div class="stack" id="field-booking">${cards(view)}</div>
    <div>${button({ label: say('Save the choice') })}</div>
  </form>`;
}

function cards(view: CalendarsView): Child {
  return view.health.accounts.map((account) => accountCard(account, view));
}

function connectCard(): Html {
  return html`<section class="card stack" aria-labelledby="connect">
    <h2 id="connect">${say('More accounts')}</h2>
    <p>${say('A private calendar, or one of another job: its calendars can make you busy too.')}</p>
    <p>${buttonLink({ label: say('Connect another account'), href: '/auth/google?connect=1' })}</p>
  </section>`;
}

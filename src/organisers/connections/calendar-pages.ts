// /organiser/calendars: the Google accounts and how they are, which calendars count as busy, and where bookings go.
import { Router, type RouterContext } from '@koa/router';
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { listChannelsOf } from '../../calendars/channels/channel-queries.ts';
import { isPushPossible } from '../../calendars/channels/push-possible.ts';
import { requireOrganiser } from '../../http/session.ts';
import type { Parts } from '../../parts.ts';
import { isProblem, type Problem } from '../../problem.ts';
import { button, buttonLink, errorSummary } from '../../web/components.ts';
import { type Child, type Html, html } from '../../web/html.ts';
import { readId } from '../id-input.ts';
import { goTo, organiserPage, show } from '../organiser-layout.ts';
import { accountCard, checkForm, troubleNotice } from './account-card.ts';
import type { Choice } from './calendar-choices.ts';
import { calendarMessage } from './calendar-messages.ts';
import { changeCalendars } from './change-calendars.ts';
import { checkAccount } from './check-account.ts';
import { findHealth } from './find-health.ts';
import { formerAccounts } from './former-accounts.ts';
import { listGoogleAccounts } from './google-account-queries.ts';
import type { GoogleAccount } from './google-account.ts';
import { listTroubles } from './health.ts';
import { refreshLists } from './refresh-lists.ts';

const home = '/organiser/calendars';

export function calendarPages(parts: Parts): Router {
  const router = new Router();
  router.get('/calendars', async (ctx) => {
    await refreshLists(parts, requireOrganiser(ctx).id);
    await showCalendars(parts, ctx);
  });
  router.post('/calendars', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const choice = readChoice(ctx);
    try {
      await changeCalendars(parts, id, choice);
      goTo(ctx, home, 'saved');
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showCalendars(parts, ctx, { choice, problem: error });
      ctx.status = 400;
    }
  });
  router.post('/calendars/accounts/:id/check', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const accountId = readId(ctx);
    await checkAccount(parts, id, accountId);
    goTo(ctx, `${home}?checked=${accountId}`);
  });
  return router;
}

function readChoice(ctx: RouterContext): { busy: string[]; booking?: string } {
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  const busy = [body['busy'] ?? []].flat().filter((id) => typeof id === 'string');
  const booking = body['booking'];
  return typeof booking === 'string' ? { busy, booking } : { busy };
}

async function showCalendars(
  parts: Parts,
  ctx: RouterContext,
  refused?: { choice: Choice; problem: Problem },
): Promise<void> {
  const now = parts.clock();
  const organiser = requireOrganiser(ctx);
  const health = await findHealth(parts, organiser);
  const { accounts, calendars } = health;
  const troubles = listTroubles(health, now);
  const choice = refused?.choice ?? choiceOf(calendars, organiser.bookingCalendarId);
  const all = await listGoogleAccounts(parts.database, organiser.id);
  const cards: Html[] = [];
  for (const account of accounts) {
    const reach = await findReach(parts, account);
    cards.push(accountCard(account, { health, troubles, choice, reach, now }));
  }
  const general = troubles.filter((trouble) => !('account' in trouble));
  const body = html`<h1>Calendars</h1>
    ${calendarMessage(ctx, all, health, now)} ${errorSummary(refused?.problem.errors ?? [])}
    ${general.map((trouble) => troubleNotice(trouble, now, organiser.timeZone))}
    ${accounts.length > 0 && choiceForm(cards)} ${accounts.map(checkForm)} ${connectCard(accounts)}
    ${formerAccounts(all)}`;
  show(ctx, organiserPage(parts.config, ctx, { title: 'Calendars', place: home, body }));
}

async function findReach({ config, database }: Parts, { id }: GoogleAccount) {
  return {
    isPushPossible: isPushPossible(config),
    pollSeconds: config.syncPollSeconds,
    channels: await listChannelsOf(database, id),
  };
}

function choiceOf(calendars: readonly Calendar[], booking: string | null): Choice {
  const busy = calendars.filter(({ countsAsBusy }) => countsAsBusy).map(({ id }) => id);
  return booking === null ? { busy } : { busy, booking };
}

/** One form for all: where bookings go is one choice among the calendars of every account. */
function choiceForm(cards: Child): Html {
  return html`<form class="stack" method="post" action="${home}">
    <p class="soft">
      Nobody is offered a time at which one of the ticked calendars is busy. New bookings are
      written to one calendar that you own.
    </p>
    ${cards}
    <div class="save-bar">${button({ label: 'Save the choice' })}</div>
  </form>`;
}

function connectCard(accounts: readonly GoogleAccount[]): Html {
  const isFirst = accounts.length === 0;
  return html`<section class="card stack" aria-labelledby="connect">
    <h2 id="connect">${isFirst ? 'Connect a Google account' : 'More accounts'}</h2>
    <p>
      ${
        isFirst
          ? 'Without one nobody can be offered a time with you.'
          : 'A private calendar, or one of another job: its calendars can make you busy too.'
      }
    </p>
    <p>
      ${buttonLink({
        label: isFirst ? 'Connect an account' : 'Connect another account',
        href: '/auth/google?connect=1',
        kind: isFirst ? 'primary' : 'plain',
      })}
    </p>
  </section>`;
}

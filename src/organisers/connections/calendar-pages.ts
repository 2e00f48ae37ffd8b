// /organiser/calendars: which calendars count as busy, where bookings go, and how Google fares.
import { Router, type RouterContext } from '@koa/router';
import { type Calendar, listCalendars } from '../../calendars/calendar-queries.ts';
import { requireOrganiser } from '../../http/session.ts';
import type { Parts } from '../../parts.ts';
import { isProblem, type Problem } from '../../problem.ts';
import { button, buttonLink, errorSummary } from '../../web/components.ts';
import { attributes, type Html, html } from '../../web/html.ts';
import { goTo, organiserPage, savedWords, show } from '../organiser-layout.ts';
import { changeCalendars } from './change-calendars.ts';
import { connectionList } from './connections.ts';
import { listGoogleAccounts } from './google-account-queries.ts';

const home = '/organiser/calendars';
const said = { saved: 'Saved. Google is asked again right now.' };

export function calendarPages(parts: Parts): Router {
  const router = new Router();
  router.get('/calendars', (ctx) => showCalendars(parts, ctx));
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
  return router;
}

type Choice = { busy: string[]; booking?: string };

function readChoice(ctx: RouterContext): Choice {
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
  const { database, clock, config } = parts;
  const organiser = requireOrganiser(ctx);
  const accounts = await listGoogleAccounts(database, organiser.id);
  const calendars = await listCalendars(database, organiser.id);
  const choice = refused?.choice ?? choiceOf(calendars, organiser.bookingCalendarId);
  const body = html`<h1>Calendars</h1>
    <section class="card stack" aria-labelledby="accounts">
      <h2 id="accounts">Google accounts</h2>
      ${connectionList(accounts, calendars, clock())}
      <p>${buttonLink({ label: 'Connect another account', href: '/auth/google?connect=1' })}</p>
    </section>
    <form class="card stack" method="post" action="${home}">
      <h2>Your calendars</h2>
      ${errorSummary(refused?.problem.errors ?? [])} ${busyFields(calendars, choice)}
      ${bookingFields(calendars, choice)}
      <div>${button({ label: 'Save' })}</div>
    </form>`;
  const saved = savedWords(ctx, said);
  show(ctx, organiserPage(config, organiser, { title: 'Calendars', place: home, body, saved }));
}

function choiceOf(calendars: readonly Calendar[], booking: string | null): Choice {
  const busy = calendars.filter(({ countsAsBusy }) => countsAsBusy).map(({ id }) => id);
  return booking === null ? { busy } : { busy, booking };
}

function busyFields(calendars: readonly Calendar[], { busy }: Choice): Html {
  return html`<fieldset class="field" id="field-busy">
    <legend class="field-label">These say when you are busy</legend>
    <div class="choices">
      ${calendars.map((calendar) =>
        choice(calendar, { type: 'checkbox', name: 'busy', checked: busy.includes(calendar.id) }),
      )}
    </div>
  </fieldset>`;
}

function bookingFields(calendars: readonly Calendar[], { booking }: Choice): Html {
  const owned = calendars.filter(({ accessRole }) => accessRole === 'owner');
  return html`<fieldset class="field" id="field-booking">
    <legend class="field-label">Bookings are written to</legend>
    <div class="choices">
      ${owned.map((calendar) =>
        choice(calendar, { type: 'radio', name: 'booking', checked: booking === calendar.id }),
      )}
    </div>
  </fieldset>`;
}

function choice(
  { id, title }: Calendar,
  input: { type: 'checkbox' | 'radio'; name: string; checked: boolean },
): Html {
  return html`<label class="choice"
    ><input${attributes({ ...input, value: id })} /><span>${title}</span></label
  >`;
}

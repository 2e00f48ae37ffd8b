import { Router, type RouterContext } from '@koa/router';
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { listChannelsOf } from '../../calendars/channels/channel-queries.ts';
import { isPushPossible } from '../../calendars/channels/push-possible.ts';
import { requireOrganiser } from '../../http/session.ts';
// /organiser/calendars: the Google accounts and how they are, which calendars count as busy, and where bookings go.
import { say } from '../../languages/say.ts';
import type { Parts } from '../../parts.ts';
import { isProblem, type Problem } from '../../problem.ts';
import { readId } from '../id-input.ts';
import { goTo, organiserPage, show } from '../organiser-layout.ts';
import type { Choice } from './calendar-choices.ts';
import { calendarMessage } from './calendar-messages.ts';
import { calendarsView } from './calendars-view.ts';
import { changeCalendars } from './change-calendars.ts';
import { checkAccount } from './check-account.ts';
import { findHealth } from './find-health.ts';
import { listGoogleAccounts } from './google-account-queries.ts';
import { type Health, listTroubles } from './health.ts';
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
  const { database, clock, config } = parts;
  const now = clock();
  const organiser = requireOrganiser(ctx);
  const health = await findHealth(parts, organiser);
  const all = await listGoogleAccounts(database, organiser.id);
  const body = calendarsView({
    health,
    former: all.filter(({ state }) => state === 'disconnected'),
    troubles: listTroubles(health, now),
    choice: refused?.choice ?? choiceOf(health.calendars, organiser.bookingCalendarId),
    reach: await findReach(parts, health),
    message: calendarMessage(ctx, all, health, now),
    errors: refused?.problem.errors ?? [],
    now,
  });
  show(ctx, organiserPage(config, ctx, { title: say('Connections'), place: home, body }));
}

async function findReach({ config, database }: Parts, { accounts }: Health) {
  const channels = accounts.map(({ id }) => listChannelsOf(database, id));
  return {
    isPushPossible: isPushPossible(config),
    pollSeconds: config.syncPollSeconds,
    channels: (await Promise.all(channels)).flat(),
  };
}

function choiceOf(calendars: readonly Calendar[], booking: string | null): Choice {
  const busy = calendars.filter(({ countsAsBusy }) => countsAsBusy).map(({ id }) => id);
  return booking === null ? { busy } : { busy, booking };
}

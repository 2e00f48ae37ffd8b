// /organiser/administration: who offers time here and how they fare, who is invited, and the switch of each.
import { Router, type RouterContext } from '@koa/router';
import { readInput, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { readFields } from '../organisers/form-fields.ts';
import { readId } from '../organisers/id-input.ts';
import { goTo, organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { invitationInput, organisersQuery } from './administration-input.ts';
import { administratorsOnly } from './administrators-only.ts';
import { disableOrganiser, enableOrganiser } from './disable-organiser.ts';
import { deleteOpenInvitation, listOpenInvitations } from './invitation-queries.ts';
import { invitationsCard } from './invitations-view.ts';
import { inviteOrganiser } from './invite-organiser.ts';
import { listOrganisersPage } from './list-organisers.ts';
import { organisersCard } from './organisers-view.ts';

const place = '/organiser/administration';

const said = () => ({
  invited: say('The invitation is made.'),
  withdrawn: say('The invitation is withdrawn.'),
  disabled: say('The organiser is disabled.'),
  enabled: say('The organiser is enabled again.'),
});

export function administrationPages(parts: Parts): Router {
  const router = new Router({ prefix: '/administration' });
  router.use(administratorsOnly(parts.config));
  router.get('/', (ctx) => showAdministration(parts, ctx));
  router.post('/invitations', async (ctx) => {
    const { entry = '' } = readFields(ctx);
    try {
      const invited = readInput(invitationInput, { entry });
      await inviteOrganiser(parts, requireOrganiser(ctx).id, invited.entry);
      goTo(ctx, place, 'invited');
    } catch (error) {
      if (!isProblem(error, 'invalid_input') && !isProblem(error, 'too_many_requests')) throw error;
      await showAdministration(parts, ctx, { entry, problem: error });
    }
  });
  router.post('/invitations/:id/withdraw', async (ctx) => {
    await deleteOpenInvitation(parts.database, readId(ctx));
    goTo(ctx, place, 'withdrawn');
  });
  router.post('/organisers/:id/disable', async (ctx) => {
    await disableOrganiser(parts, requireOrganiser(ctx).id, readId(ctx));
    goTo(ctx, place, 'disabled');
  });
  router.post('/organisers/:id/enable', async (ctx) => {
    await enableOrganiser(parts, requireOrganiser(ctx).id, readId(ctx));
    goTo(ctx, place, 'enabled');
  });
  return router;
}

async function showAdministration(
  parts: Parts,
  ctx: RouterContext,
  refused?: { entry: string; problem: Problem },
): Promise<void> {
  const { config, database, clock } = parts;
  const { q: search, page: number } = readQuery(ctx, organisersQuery);
  const me = requireOrganiser(ctx);
  const found = await listOrganisersPage(parts, { search, page: number });
  const invitations = await listOpenInvitations(database);
  const view = { config, me, now: clock() };
  const page = {
    title: say('Administration'),
    place,
    body: [organisersCard(found, search, view), invitationsCard(invitations, refused, view)],
    saved: savedWords(ctx, said()),
    width: 'wide',
  } as const;
  show(ctx, organiserPage(config, ctx, page), refused ? statusOf[refused.problem.code] : 200);
}

// /api/administration: what an administrator can do, for programs.
import { Router } from '@koa/router';
import { readBody, readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import type { Parts } from '../parts.ts';
import { invitationInput, organisersQuery } from './administration-input.ts';
import { presentInvitation, presentOrganisers } from './administration-presenter.ts';
import { administratorsOnly } from './administrators-only.ts';
import { disableOrganiser, enableOrganiser } from './disable-organiser.ts';
import { deleteOpenInvitation, getInvitation, listOpenInvitations } from './invitation-queries.ts';
import { inviteOrganiser } from './invite-organiser.ts';
import { listOrganisersPage } from './list-organisers.ts';

export function administrationRoutes(parts: Parts): Router {
  const { config, database } = parts;
  const router = new Router({ prefix: '/api/administration' });
  router.use(administratorsOnly(config));
  router.get('/organisers', async (ctx) => {
    const { q: search, page } = readQuery(ctx, organisersQuery);
    ctx.body = presentOrganisers(await listOrganisersPage(parts, { search, page }), config);
  });
  router.post('/organisers/:id/disable', async (ctx) => {
    await disableOrganiser(parts, requireOrganiser(ctx).id, readId(ctx));
    ctx.status = 204;
  });
  router.post('/organisers/:id/enable', async (ctx) => {
    await enableOrganiser(parts, requireOrganiser(ctx).id, readId(ctx));
    ctx.status = 204;
  });
  router.get('/invitations', async (ctx) => {
    const invitations = await listOpenInvitations(database);
    ctx.body = { invitations: invitations.map(presentInvitation) };
  });
  router.post('/invitations', async (ctx) => {
    const { entry } = readBody(ctx, invitationInput);
    const id = await inviteOrganiser(parts, requireOrganiser(ctx).id, entry);
    ctx.status = 201;
    ctx.body = presentInvitation(await getInvitation(database, id));
  });
  router.delete('/invitations/:id', async (ctx) => {
    await deleteOpenInvitation(database, readId(ctx));
    ctx.status = 204;
  });
  return router;
}

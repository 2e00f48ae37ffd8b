// /api/me/attendees: the organiser's records of people.
import { Router, type RouterContext } from '@koa/router';
import { readBody, readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import type { Parts } from '../parts.ts';
import {
  bookingsFileInput,
  eraseInput,
  exportInput,
  listInput,
  mergeInput,
  noteInput,
} from './attendee-input.ts';
import { presentAttendee, presentReceipt } from './attendee-presenter.ts';
import { getAttendee } from './attendee-queries.ts';
import { changeNote } from './change-note.ts';
import { eraseAttendee } from './erase-attendee.ts';
import { listPage, presentListPage } from './list-page.ts';
import { mergeAttendees } from './merge-attendees.ts';
import { sendAttendees, sendBookings } from './send-all.ts';
import { sendExport } from './send-export.ts';

export function attendeeRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/attendees' });
  router.get('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { q: search, cursor: after, limit } = readQuery(ctx, listInput);
    ctx.body = presentListPage(await listPage(parts, id, { search, after, limit }));
  });
  router.get('/all.csv', (ctx) => sendAttendees(parts, ctx, requireOrganiser(ctx)));
  router.get('/bookings.csv', (ctx) =>
    sendBookings(parts, ctx, requireOrganiser(ctx), readQuery(ctx, bookingsFileInput)),
  );
  router.get('/:id', async (ctx) => {
    const own = ownOf(ctx);
    const attendee = await getAttendee(parts.database, own.organiserId, own.id, parts.clock());
    ctx.body = presentAttendee(attendee);
  });
  router.patch('/:id', async (ctx) => {
    const { organiserId, id } = ownOf(ctx);
    const { note } = readBody(ctx, noteInput);
    ctx.body = presentAttendee(await changeNote(parts, organiserId, id, note));
  });
  router.post('/:id/merge', async (ctx) => {
    const { organiserId, id } = ownOf(ctx);
    const { with: otherId, email } = readBody(ctx, mergeInput);
    ctx.body = presentAttendee(await mergeAttendees(parts, organiserId, { id, otherId, email }));
  });
  router.delete('/:id', async (ctx) => {
    const { organiserId, id } = ownOf(ctx);
    const { cancelUpcoming, mailReceipt } = readQuery(ctx, eraseInput);
    const erasure = {
      id,
      cancelsUpcoming: cancelUpcoming === 'true',
      mailsReceipt: mailReceipt === 'true',
    };
    ctx.body = presentReceipt(await eraseAttendee(parts, organiserId, erasure));
  });
  router.get('/:id/export', async (ctx) => {
    const { organiserId, id } = ownOf(ctx);
    await sendExport(parts, ctx, { organiserId, id }, readQuery(ctx, exportInput).format);
  });
  return router;
}

function ownOf(ctx: RouterContext): { organiserId: string; id: string } {
  return { organiserId: requireOrganiser(ctx).id, id: readId(ctx) };
}

// `/bookings/undo/{token}`: the link in the organiser's mail opens a page; only its button moves the booking back.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { statusOf } from '../http/problems.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { clockOf } from '../web/dates.ts';
import { sendPage } from '../web/send-page.ts';
import { tokenOf } from './page-reader.ts';
import { getUndo, undoMove } from './undo-move.ts';
import { undonePage, undoPage } from './undo-view.ts';

export function undoPages(parts: Parts): Router {
  const router = new Router();

  router.get('/bookings/undo/:token', (ctx) => showUndo(parts, ctx));

  router.post('/bookings/undo/:token', async (ctx) => {
    try {
      await undoMove(parts, tokenOf(ctx));
      sendPage(ctx, undonePage(await viewOf(parts, ctx)));
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      await showUndo(parts, ctx, error);
    }
  });
  return router;
}

async function showUndo(parts: Parts, ctx: Context, trouble?: Problem): Promise<void> {
  const view = await viewOf(parts, ctx);
  sendPage(ctx, undoPage({ ...view, trouble }), trouble ? statusOf[trouble.code] : 200);
}

/** In the organiser's zone: the mail went there. */
async function viewOf(parts: Parts, ctx: Context) {
  const undo = await getUndo(parts, tokenOf(ctx));
  const { timeZone } = undo.organiser;
  const reader = { timeZone, clock: clockOf(ctx.get('Accept-Language')) };
  return { ...undo, config: parts.config, reader, action: ctx.path };
}

// /api/me/numbers: what was booked, kept, missed and called off, counted; its tables as CSV too.
import { Router, type RouterContext } from '@koa/router';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { gatherNumbers, type Numbers } from './gather-numbers.ts';
import { numbersQuery, wishOf } from './numbers-input.ts';
import { presentNumbers } from './numbers-presenter.ts';
import { sendTable, tableAt } from './send-table.ts';

export function numbersRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/numbers' });
  const numbersFor = (ctx: RouterContext): Promise<Numbers> =>
    gatherNumbers(parts, requireOrganiser(ctx), wishOf(readQuery(ctx, numbersQuery)));
  router.get('/', async (ctx) => {
    ctx.body = presentNumbers(await numbersFor(ctx));
  });
  router.get('/:file', async (ctx) => {
    requireOrganiser(ctx);
    const name = tableAt(ctx.params['file']);
    sendTable(ctx, name, await numbersFor(ctx));
  });
  return router;
}

// /organiser/numbers: the organiser's own bookings as pictures, tables and files.
import { Router, type RouterContext } from '@koa/router';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { datesOf, type Wish } from './days.ts';
import { gatherNumbers } from './gather-numbers.ts';
import { numbersForm, usualWeeks, wishOf } from './numbers-input.ts';
import { numbersView } from './numbers-view.ts';
import { sendTable, tableAt } from './send-table.ts';

export function numbersPages(parts: Parts): Router {
  const router = new Router();
  router.get('/numbers', async (ctx) => {
    requireOrganiser(ctx);
    try {
      await showNumbers(parts, ctx, wishOf(readQuery(ctx, numbersForm)));
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showNumbers(parts, ctx, { weeks: usualWeeks }, error);
    }
  });
  router.get('/numbers/:file', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const name = tableAt(ctx.params['file']);
    const wish = wishOf(readQuery(ctx, numbersForm));
    sendTable(ctx, name, await gatherNumbers(parts, organiser, wish));
  });
  return router;
}

async function showNumbers(
  parts: Parts,
  ctx: RouterContext,
  wish: Wish,
  refused?: Problem,
): Promise<void> {
  const numbers = await gatherNumbers(parts, requireOrganiser(ctx), wish);
  const fields = refused ? typedDates(ctx) : datesOf(numbers.days);
  const body = numbersView({ numbers, wish, fields, errors: refused?.errors ?? [] });
  const page = { title: say('Numbers'), place: '/organiser/numbers', body } as const;
  show(ctx, organiserPage(parts.config, ctx, page), refused ? 400 : 200);
}

function typedDates({ query: { from, to } }: RouterContext): { from: string; to: string } {
  const typed = (value: unknown) => (typeof value === 'string' ? value : '');
  return { from: typed(from), to: typed(to) };
}

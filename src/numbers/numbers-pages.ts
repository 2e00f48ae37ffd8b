// /organiser/numbers: the organiser's own bookings as pictures, tables and files.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { csvOf } from '../attendees/csv.ts';
import { requireOrganiser } from '../http/session.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { gatherNumbers } from './gather-numbers.ts';
import { fileNameOf, tableNames, tableOf } from './number-tables.ts';
import { numbersView, weekChoices } from './numbers-view.ts';

const usualWeeks = 12;
/** An address that somebody mistyped shows the usual weeks. */
const weeksInput = z.coerce.number().pipe(z.literal(weekChoices)).catch(usualWeeks);

export function numbersPages(parts: Parts): Router {
  const router = new Router();
  router.get('/numbers', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const weekCount = weeksOf(ctx);
    const body = numbersView(await gatherNumbers(parts, organiser, weekCount), weekCount);
    const page = { title: 'Numbers', place: '/organiser/numbers', body } as const;
    show(ctx, organiserPage(parts.config, ctx, page));
  });
  router.get('/numbers/:file', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const name = tableNames.find((each) => `${each}.csv` === ctx.params['file']);
    if (name === undefined) throw new Problem('not_found', 'There is no such file.');
    const numbers = await gatherNumbers(parts, organiser, weeksOf(ctx));
    const { head, rows } = tableOf(name, numbers);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.attachment(fileNameOf(name, numbers));
    ctx.set('Cache-Control', 'no-store');
    ctx.body = csvOf([head, ...rows]);
  });
  return router;
}

function weeksOf(ctx: RouterContext): number {
  return weeksInput.parse(ctx.query['weeks']);
}

// /organiser/privacy: how long what the form asks is kept, and the receipts of erasures.
import { Router, type RouterContext } from '@koa/router';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { readId } from '../organisers/id-input.ts';
import { goTo, organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { html } from '../web/html.ts';
import { retentionForm } from './attendee-input.ts';
import { home, wayBack } from './attendee-view.ts';
import { getReceipt, listReceipts } from './erasure-queries.ts';
import { momentText } from './moment-text.ts';
import { retentionCard } from './privacy-view.ts';
import { receiptCard, receiptList } from './receipt-view.ts';
import { receiptText } from './receipt.ts';
import { getRetention } from './retention-queries.ts';
import { askedEverything, retainedFields, retentionSentence } from './retention.ts';
import { setRetention } from './set-retention.ts';

const place = '/organiser/privacy';
const said = () => ({
  saved: say('Saved. Attendees are told so on the form.'),
  erased: say('Erased.'),
});

type Fields = Record<string, string>;

export function privacyPages(parts: Parts): Router {
  const router = new Router({ prefix: '/privacy' });
  router.get('/', (ctx) => showPrivacy(parts, ctx));
  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    try {
      await setRetention(parts, id, readBody(ctx, retentionForm));
      goTo(ctx, place, 'saved');
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showPrivacy(parts, ctx, error);
    }
  });
  router.get('/receipts/:id', (ctx) => showReceipt(parts, ctx));
  router.get('/receipts/:id/text', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const receipt = await getReceipt(parts.database, organiser.id, readId(ctx));
    ctx.attachment(`erasure-${receipt.id.slice(0, 8)}.txt`);
    ctx.type = 'text/plain; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = receiptText(receipt, organiser, momentText(receipt.erasedAt, organiser.timeZone));
  });
  return router;
}

async function showPrivacy(parts: Parts, ctx: RouterContext, refused?: Problem): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const { id, timeZone } = organiser;
  const retention = await getRetention(parts.database, id);
  const kept = retainedFields.map((field) => [field, String(retention[field] ?? '')]);
  const fields: Fields = refused ? typedFields(ctx) : Object.fromEntries(kept);
  const receipts = await listReceipts(parts.database, id);
  const told = retentionSentence(retention, askedEverything, organiser);
  const body = html`${wayBack(home, say('All attendees'))}
    <h1>${say('Privacy')}</h1>
    ${retentionCard({ action: place, fields, errors: refused?.errors ?? [], told })}
    ${receiptList(receipts, timeZone)}`;
  const saved = savedWords(ctx, said());
  const page = organiserPage(parts.config, ctx, {
    title: say('Privacy'),
    place: home,
    body,
    saved,
  });
  show(ctx, page, refused ? 400 : 200);
}

function typedFields(ctx: RouterContext): Fields {
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

async function showReceipt(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const receipt = await getReceipt(parts.database, id, readId(ctx));
  const title = say('Receipt of an erasure');
  const body = html`${wayBack(place, say('Privacy'))}
    <h1>${title}</h1>
    ${receiptCard(receipt, timeZone)}`;
  const saved = savedWords(ctx, said());
  show(ctx, organiserPage(parts.config, ctx, { title, place: home, body, saved }));
}

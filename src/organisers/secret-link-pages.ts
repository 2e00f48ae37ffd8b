// /organiser/event-types/{slug}/links: the secret links of one event type.
import { Router, type RouterContext } from '@koa/router';
import { dayOf } from '../availability/dates.ts';
import { startOfDay, timeZoneNamed } from '../availability/time-zone.ts';
import {
  createSecretLink,
  listOwnSecretLinks,
  revokeSecretLink,
  unrevokeSecretLink,
} from '../event-types/edit-secret-links.ts';
import { secretLinkDraft } from '../event-types/secret-link-input.ts';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import type { Problem } from '../problem.ts';
import type { Fields } from './event-type-form.ts';
import { home, showEventTypePage } from './event-type-page.ts';
import { goSaved } from './event-type-saved.ts';
import { readFields } from './form-fields.ts';
import { numberOf } from './length-fields.ts';
import { getNamed, orAgain } from './named-event-type.ts';
import { secretLinksView } from './secret-link-view.ts';

export function secretLinkPages(parts: Parts): Router {
  const router = new Router({ prefix: '/event-types/:slug/links' });
  router.get('/', (ctx) => showLinks(parts, ctx, { mostUses: '1' }));
  router.post('/', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const { slug } = await getNamed(parts, ctx);
    const fields = readFields(ctx);
    await orAgain(
      ctx,
      async () => {
        const draft = readInput(secretLinkDraft, inputOf(fields, organiser.timeZone));
        await createSecretLink(parts, organiser.id, slug, draft);
        goSaved(ctx, `${home}/${slug}/links`, 'made');
      },
      (problem) => showLinks(parts, ctx, fields, problem),
    );
  });
  router.post('/:id/revoke', async (ctx) => {
    const { slug, id } = ctx.params as { slug: string; id: string };
    await revokeSecretLink(parts, requireOrganiser(ctx).id, slug, id);
    goSaved(ctx, `${home}/${slug}/links`, 'revoked');
  });
  router.post('/:id/unrevoke', async (ctx) => {
    const { slug, id } = ctx.params as { slug: string; id: string };
    await unrevokeSecretLink(parts, requireOrganiser(ctx).id, slug, id);
    goSaved(ctx, `${home}/${slug}/links`, 'unrevoked');
  });
  return router;
}

async function showLinks(
  parts: Parts,
  ctx: RouterContext,
  fields: Fields,
  problem?: Problem,
): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const eventType = await getNamed(parts, ctx);
  const links = await listOwnSecretLinks(parts, organiser.id, eventType.slug);
  const errors = (problem?.errors ?? []).map(({ field, message }) => ({
    field: field === 'expiresAt' ? 'expiresOn' : field,
    message,
  }));
  const body = secretLinksView(parts, { organiser, eventType, links, fields, errors, problem });
  const title = say('Secret links to {title}', { title: eventType.title });
  showEventTypePage(parts, ctx, { title, body, back: true });
}

/** A date is its last day, in the organiser's zone. */
function inputOf({ label, mostUses, expiresOn }: Fields, timeZone: string): object {
  const isDate = expiresOn !== undefined && /^\d{4}-\d\d-\d\d$/.test(expiresOn);
  return {
    label: label ?? '',
    mostUses: numberOf(mostUses) ?? null,
    expiresAt: isDate ? endOf(expiresOn, timeZone) : expiresOn || null,
  };
}

function endOf(date: string, timeZone: string): string {
  const end = startOfDay(timeZoneNamed(timeZone), dayOf(date) + 1);
  return new Date(end * 60_000).toISOString();
}

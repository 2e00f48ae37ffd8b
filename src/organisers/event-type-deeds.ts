// What one press does to an event type: its place in the list, a copy, hiding and showing, deleting and having it back.
import { Router, type RouterContext } from '@koa/router';
import { duplicateEventType } from '../event-types/duplicate-event-type.ts';
import { changeEventType, shiftEventType } from '../event-types/edit-event-types.ts';
import { removeEventType, restoreEventType } from '../event-types/remove-event-type.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { home } from './event-type-page.ts';
import { goSaved } from './event-type-saved.ts';
import { goTo } from './organiser-layout.ts';

export function eventTypeDeeds(parts: Parts): Router {
  const router = new Router({ prefix: '/event-types/:slug' });
  const deed = (
    name: string,
    work: (ctx: RouterContext, organiserId: string, slug: string) => Promise<void>,
  ) => router.post(`/${name}`, (ctx) => work(ctx, requireOrganiser(ctx).id, ctx.params['slug']!));

  deed('up', async (ctx, id, slug) => {
    await shiftEventType(parts, id, slug, -1);
    goTo(ctx, `${home}#event-type-${slug}`);
  });
  deed('down', async (ctx, id, slug) => {
    await shiftEventType(parts, id, slug, 1);
    goTo(ctx, `${home}#event-type-${slug}`);
  });
  deed('duplicate', async (ctx, id, slug) => {
    const copy = await duplicateEventType(parts, id, slug);
    goSaved(ctx, `${home}/${copy.slug}`, 'copied');
  });
  deed('hide', async (ctx, id, slug) => {
    await changeEventType(parts, id, slug, { isHidden: true });
    goSaved(ctx, home, 'hidden', slug);
  });
  deed('show', async (ctx, id, slug) => {
    await changeEventType(parts, id, slug, { isHidden: false });
    goSaved(ctx, home, 'shown', slug);
  });
  deed('delete', async (ctx, id, slug) => {
    const hidden = await removeEventType(parts, id, slug);
    goSaved(ctx, home, hidden ? 'kept' : 'deleted', slug);
  });
  deed('restore', async (ctx, id, slug) => {
    await restoreEventType(parts, id, slug);
    goSaved(ctx, home, 'restored');
  });
  return router;
}

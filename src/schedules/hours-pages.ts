// /organiser/hours and /organiser/hours/{id}: the editor of the default schedule and of the named ones. Every button of it
// sends the whole form: what is typed beside is saved with it, or shown again as it was.
import { Router, type RouterContext } from '@koa/router';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import { show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { readDraft } from './editor-draft.ts';
import { showEditor } from './editor-page.ts';
import { bodyOf, toldOf } from './editor-request.ts';
import { pressEditor } from './press-editor.ts';
import { previewDraft } from './preview-draft.ts';
import { previewBody } from './preview-view.ts';
import { getSchedule } from './schedule-queries.ts';
import type { Schedule } from './schedule.ts';

export function hoursPages(parts: Parts): Router {
  const router = new Router();
  const scheduleAt = (ctx: RouterContext): Promise<Schedule> => {
    const id = ctx.params['id'] === undefined ? null : readId(ctx);
    return getSchedule(parts.database, requireOrganiser(ctx).id, id);
  };
  for (const path of ['/hours', '/hours/:id']) {
    router.post(`${path}/preview`, async (ctx) => {
      const { id: organiserId, timeZone } = requireOrganiser(ctx);
      const schedule = await scheduleAt(ctx);
      const draft = readDraft(bodyOf(ctx), { ...schedule, timeZone });
      const { previewed } = await previewDraft(parts, schedule, { organiserId, draft });
      show(ctx, previewBody(previewed));
    });
    router.get(path, async (ctx) => {
      const { id, revision } = await scheduleAt(ctx);
      const told = toldOf(ctx.query, revision);
      await showEditor(parts, ctx, id, told ? { told } : {});
    });
    router.post(path, async (ctx) => pressEditor(parts, ctx, await scheduleAt(ctx)));
  }
  return router;
}

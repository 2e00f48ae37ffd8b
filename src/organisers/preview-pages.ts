// /organiser/event-types/{slug}/preview: what attendees would see, also of what is hidden, secret or not saved yet.
// Nothing can be booked from it.
import { randomUUID } from 'node:crypto';
import { Router, type RouterContext } from '@koa/router';
import { applyChange, eventTypeDraft } from '../event-types/event-type-input.ts';
import type { EventType } from '../event-types/event-type.ts';
import { findTimes } from '../event-types/find-calendar.ts';
import { newEventType } from '../event-types/new-event-type.ts';
import { readInput, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { pickerQuery, type PickerQuery } from '../web/picker/picker-input.ts';
import { sendPage } from '../web/send-page.ts';
import { formErrors, inputOf } from './event-type-form.ts';
import { readFields } from './form-fields.ts';
import { getNamed } from './named-event-type.ts';
import { faultyPreview, previewPage } from './preview-view.ts';

export function previewPages(parts: Parts): Router {
  const router = new Router();
  router.get('/event-types/:slug/preview', async (ctx) => {
    await show(parts, ctx, await getNamed(parts, ctx), readQuery(ctx, pickerQuery));
  });
  router.post('/event-types/:slug/preview', async (ctx) =>
    showUnsaved(parts, ctx, await getNamed(parts, ctx)),
  );
  router.post('/new-event-type/preview', (ctx) => {
    const { id: organiserId } = requireOrganiser(ctx);
    const start = { ...newEventType, id: randomUUID(), organiserId, position: 0 };
    return showUnsaved(parts, ctx, { ...start, slug: '', title: '', durationMinutes: 30 });
  });
  return router;
}

async function showUnsaved(parts: Parts, ctx: RouterContext, before: EventType): Promise<void> {
  const fields = readFields(ctx);
  try {
    const change = readInput(eventTypeDraft, inputOf(fields));
    await show(parts, ctx, { ...before, ...applyChange(before, change) });
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    const faults = formErrors(fields, error.errors ?? []);
    sendPage(ctx, faultyPreview(parts.config, fields, faults), statusOf.invalid_input);
  }
}

/** Without a query it is not saved yet: there is no address at which its other days could be looked at. */
async function show(
  parts: Parts,
  ctx: RouterContext,
  eventType: EventType,
  query?: PickerQuery,
): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const { hold: _, key: __, ...asked } = query ?? {};
  const calendar = await findTimes(parts, { organiser, eventType }, asked);
  const page = previewPage({
    config: parts.config,
    calendar,
    path: ctx.path,
    query: asked,
    isSaved: query !== undefined,
    language: ctx.get('Accept-Language'),
    now: parts.clock(),
  });
  sendPage(ctx, page);
}

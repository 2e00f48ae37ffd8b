// /organiser/event-types: what can be booked, as a list and as a plain form.
import { Router, type RouterContext } from '@koa/router';
import { addEventType, changeEventType } from '../event-types/edit-event-types.ts';
import { eventTypeDraft } from '../event-types/event-type-input.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { orAsk } from '../schedules/ask-page.ts';
import { arrangeQuestions } from './arrange-questions.ts';
import { eventTypeDeeds } from './event-type-deeds.ts';
import { fieldsOf, inputOf } from './event-type-form.ts';
import { eventTypeList } from './event-type-list.ts';
import {
  home,
  showEditPage,
  showEventTypePage,
  showNewPage,
  startFields,
} from './event-type-page.ts';
import { goSaved } from './event-type-saved.ts';
import { readFields } from './form-fields.ts';
import { getNamed, orAgain } from './named-event-type.ts';
import { previewPages } from './preview-pages.ts';
import { secretLinkPages } from './secret-link-pages.ts';

export function ownEventTypePages(parts: Parts): Router {
  const router = new Router();
  router.get('/event-types', async (ctx) => {
    const eventTypes = await listEventTypes(parts.database, requireOrganiser(ctx).id);
    const title = say('Event types');
    showEventTypePage(parts, ctx, { title, body: eventTypeList(eventTypes) });
  });
  router.get('/new-event-type', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    await showNewPage(parts, ctx, await startFields(parts, id));
  });
  router.post('/event-types', (ctx) => add(parts, ctx));
  router.get('/event-types/:slug', async (ctx) => {
    const eventType = await getNamed(parts, ctx);
    await showEditPage(parts, ctx, eventType, fieldsOf(eventType));
  });
  router.post('/event-types/:slug', (ctx) => save(parts, ctx));
  router.use(eventTypeDeeds(parts).routes());
  router.use(secretLinkPages(parts).routes());
  router.use(previewPages(parts).routes());
  return router;
}

async function add(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id } = requireOrganiser(ctx);
  const fields = readFields(ctx);
  const arranged = arrangeQuestions(fields);
  if (arranged) return showNewPage(parts, ctx, arranged);
  await orAgain(
    ctx,
    async () => {
      await addEventType(parts, id, readInput(eventTypeDraft, inputOf(fields)));
      goSaved(ctx, home, 'added');
    },
    (problem) => showNewPage(parts, ctx, fields, problem),
  );
}

async function save(parts: Parts, ctx: RouterContext): Promise<void> {
  const saved = await getNamed(parts, ctx);
  const fields = readFields(ctx);
  const arranged = arrangeQuestions(fields);
  if (arranged) return showEditPage(parts, ctx, saved, arranged);
  const { slug, organiserId, title } = saved;
  const question = { place: home, title, back: `${home}/${slug}` } as const;
  await orAgain(
    ctx,
    () =>
      orAsk(parts, ctx, question, async (accepted) => {
        const change = readInput(eventTypeDraft, inputOf(fields));
        await changeEventType(parts, organiserId, slug, change, accepted);
        goSaved(ctx, home, 'saved');
      }),
    (problem) => showEditPage(parts, ctx, saved, fields, problem),
  );
}

// /organiser/hours/…: adding, naming, copying and deleting schedules, each by a small form below the editor.
import { Router, type RouterContext } from '@koa/router';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { readId } from '../organisers/id-input.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { orAsk } from './ask-page.ts';
import { addSchedule, changeName, makeDefault, removeSchedule } from './edit-schedules.ts';
import { showEditor } from './editor-page.ts';
import { bodyOf } from './editor-request.ts';
import { freeName } from './free-name.ts';
import { scheduleDraft, scheduleGone, scheduleName as nameInput } from './schedule-input.ts';
import { pathOf } from './schedule-path.ts';
import { getSchedule, listSchedules } from './schedule-queries.ts';
import { scheduleName } from './schedule.ts';
import type { ScheduleForms } from './schedules-view.ts';

export function schedulePages(parts: Parts): Router {
  const router = new Router();
  router.post('/hours/schedules', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const { 'new-name': name = '', copyOf } = fieldsOf(ctx);
    const again = { id: copyOf, forms: { newName: name }, field: 'new-name' };
    await orAgain(parts, ctx, again, async () => {
      const draft = readInput(scheduleDraft, { name, copyOf });
      goTo(ctx, await addSchedule(parts, organiserId, draft), 'added');
    });
  });
  router.post('/hours/:id/rename', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const id = readId(ctx);
    const { name = '' } = fieldsOf(ctx);
    await orAgain(parts, ctx, { id, forms: { name }, field: 'name' }, async () => {
      await changeName(parts, organiserId, id, readInput(nameInput, name));
      await goToSchedule(parts, ctx, id, 'renamed');
    });
  });
  router.post('/hours/:id/duplicate', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const { id, name } = await getSchedule(parts.database, organiserId, readId(ctx)).then(
      (schedule) => ({ id: schedule.id, name: scheduleName(schedule) }),
    );
    const taken = (await listSchedules(parts.database, organiserId)).map(scheduleName);
    const copy = { name: freeName(name, taken), copyOf: id };
    goTo(ctx, await addSchedule(parts, organiserId, copy), 'added');
  });
  router.post('/hours/:id/default', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const id = readId(ctx);
    await orAsk(parts, ctx, question(), async (accepted) => {
      await makeDefault(parts, organiserId, id, accepted);
      await goToSchedule(parts, ctx, id, 'default');
    });
  });
  router.post('/hours/:id/delete', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const id = readId(ctx);
    await orAgain(parts, ctx, { id, forms: {}, field: 'moveTo' }, () =>
      orAsk(parts, ctx, question(), async (accepted) => {
        const { moveTo } = readInput(scheduleGone, { moveTo: fieldsOf(ctx)['moveTo'] });
        await removeSchedule(parts, organiserId, { id, moveTo }, accepted);
        goTo(ctx, null, 'deleted');
      }),
    );
  });
  return router;
}

/** What an organiser can mend is said beside the small form, with what was typed. */
async function orAgain(
  parts: Parts,
  ctx: RouterContext,
  again: { id: string | undefined; forms: ScheduleForms; field: string },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isProblem(error, 'invalid_input') && !isProblem(error, 'forbidden')) throw error;
    const { database } = parts;
    const organiserId = requireOrganiser(ctx).id;
    const schedules = await listSchedules(database, organiserId);
    const { id } = schedules.find((each) => each.id === again.id) ?? schedules[0]!;
    const faults = [{ field: again.field, message: firstWords(error) }];
    await showEditor(parts, ctx, id, { forms: { ...again.forms, faults } });
  }
}

function firstWords(problem: Problem): string {
  return problem.errors?.[0]?.message ?? problem.message;
}

function question() {
  return { place: '/organiser/hours', title: say('Hours'), back: '/organiser/hours' } as const;
}

function fieldsOf(ctx: RouterContext): Record<string, string | undefined> {
  const texts = Object.entries(bodyOf(ctx)).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts) as Record<string, string>;
}

/** Null: to the default one. */
function goTo(ctx: RouterContext, id: string | null, saved: string): void {
  ctx.status = 303;
  ctx.redirect(`/organiser/hours${id === null ? '' : `/${id}`}?saved=${saved}`);
}

async function goToSchedule(
  { database }: Parts,
  ctx: RouterContext,
  id: string,
  saved: string,
): Promise<void> {
  const schedule = await getSchedule(database, requireOrganiser(ctx).id, id);
  ctx.status = 303;
  ctx.redirect(`${pathOf(schedule)}?saved=${saved}`);
}

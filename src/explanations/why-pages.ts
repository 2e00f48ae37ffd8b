// /organiser/why: the organiser names a time and reads why it is not offered. A question is an address: it can be kept.
import { Router, type RouterContext } from '@koa/router';
import { dateOf } from '../availability/dates.ts';
import { atLength } from '../event-types/durations.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, isProblem } from '../problem.ts';
import { dayIn } from '../web/dates.ts';
import { html } from '../web/html.ts';
import { explainTime } from './explain-time.ts';
import { type Answer, answerCard } from './explanation-view.ts';
import { wallTime } from './wall-time.ts';
import { questionForm, type WhyFields } from './why-form.ts';
import { whyQuestion } from './why-input.ts';

export function whyPages(parts: Parts): Router {
  const router = new Router();
  router.get('/why', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const eventTypes = await listEventTypes(parts.database, organiser.id);
    const today = dateOf(dayIn(organiser.timeZone, parts.clock()));
    const fields = { date: today, eventType: eventTypes[0]?.slug ?? '', ...fieldsOf(ctx) };
    if (fields.time === undefined) return showWhy(parts, ctx, { eventTypes, fields });
    try {
      const answer = await answerTo(parts, ctx, eventTypes);
      await showWhy(parts, ctx, { eventTypes, fields, answer });
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showWhy(parts, ctx, { eventTypes, fields, errors: error.errors ?? [] });
      ctx.status = 400;
    }
  });
  return router;
}

/** Throws invalid_input. */
async function answerTo(
  parts: Parts,
  ctx: RouterContext,
  eventTypes: readonly EventType[],
): Promise<Answer> {
  const organiser = requireOrganiser(ctx);
  const known = whyQuestion.refine(
    (question) => eventTypes.some(({ slug }) => slug === question.eventType),
    { path: ['eventType'], error: () => say('Choose one of your event types.') },
  );
  const question = readInput(known, fieldsOf(ctx));
  const { eventType: slug, durationMinutes, date, time, again } = question;
  const wall = wallTime(organiser.timeZone, date, time);
  const startsAt = again === '1' && wall.again !== null ? wall.again : wall.startsAt;
  const own = eventTypes.find((each) => each.slug === slug)!;
  const eventType = atLength(own, durationMinutes);
  const explanation = await explainTime(parts, { organiser, eventType }, startsAt);
  const length = durationMinutes && { durationMinutes: String(durationMinutes) };
  return { explanation, wall, question: { eventType: slug, ...length, date, time } };
}

type WhyView = {
  eventTypes: readonly EventType[];
  fields: WhyFields;
  answer?: Answer;
  errors?: readonly FieldError[];
};

async function showWhy(parts: Parts, ctx: RouterContext, view: WhyView): Promise<void> {
  const { eventTypes, fields, answer, errors = [] } = view;
  const { timeZone } = requireOrganiser(ctx);
  const title = say('Why is this time not offered?');
  const body = html`<h1>${title}</h1>
    ${answer && answerCard(answer)} ${questionForm({ eventTypes, fields, errors, timeZone })}`;
  show(ctx, organiserPage(parts.config, ctx, { title, place: '/organiser/hours', body }));
}

function fieldsOf(ctx: RouterContext): Partial<WhyFields> {
  const names = ['eventType', 'durationMinutes', 'date', 'time', 'again'] as const;
  const given = names.map((name) => [name, ctx.query[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string'));
}

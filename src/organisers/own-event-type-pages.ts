// /organiser/event-types: what can be booked, as a list and as a plain form.
import { Router, type RouterContext } from '@koa/router';
import { type Calendar, listCalendars } from '../calendars/calendar-queries.ts';
import { isWritable } from '../calendars/calendar.ts';
import {
  addEventType,
  changeEventType,
  getOwnEventType,
  removeEventType,
} from '../event-types/edit-event-types.ts';
import { eventTypeDraft } from '../event-types/event-type-input.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { newEventType } from '../event-types/new-event-type.ts';
import { readInput } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { buttonLink, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { askOnce } from './ask-once.ts';
import { type Fields, fieldsOf, formErrors, inputOf } from './event-type-form.ts';
import { eventTypeList } from './event-type-list.ts';
import { eventTypeForm } from './event-type-view.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';

const home = '/organiser/event-types';
const said = { saved: 'Saved.', added: 'The event type is added.', deleted: 'It is deleted.' };

export function ownEventTypePages(parts: Parts): Router {
  const router = new Router();
  router.get('/event-types', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const eventTypes = await listEventTypes(parts.database, organiser.id);
    showPage(parts, ctx, 'Event types', eventTypeList(eventTypes));
  });
  router.get('/new-event-type', (ctx) => {
    requireOrganiser(ctx);
    return showNew(parts, ctx, startFields());
  });
  router.post('/event-types', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const fields = readFields(ctx);
    await orAgain(
      ctx,
      () => addEventType(parts, id, readInput(eventTypeDraft, inputOf(fields))),
      'added',
      (problem) => showNew(parts, ctx, fields, problem),
    );
  });
  router.get('/event-types/:slug', async (ctx) => {
    const { slug } = ctx.params as { slug: string };
    const eventType = await getOwnEventType(parts, requireOrganiser(ctx).id, slug);
    await showEdit(parts, ctx, slug, fieldsOf(eventType));
  });
  router.post('/event-types/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { slug } = ctx.params as { slug: string };
    const fields = readFields(ctx);
    await orAgain(
      ctx,
      () => changeEventType(parts, id, slug, readInput(eventTypeDraft, inputOf(fields))),
      'saved',
      (problem) => showEdit(parts, ctx, slug, fields, problem),
    );
  });
  router.post('/event-types/:slug/delete', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { slug } = ctx.params as { slug: string };
    const fields = fieldsOf(await getOwnEventType(parts, id, slug));
    await orAgain(
      ctx,
      () => removeEventType(parts, id, slug),
      'deleted',
      (problem) => showEdit(parts, ctx, slug, fields, problem),
    );
  });
  return router;
}

/** What an organiser can mend is said beside the form, with all that was typed. */
async function orAgain(
  ctx: RouterContext,
  work: () => Promise<unknown>,
  saved: keyof typeof said,
  again: (problem: Problem) => Promise<void>,
): Promise<void> {
  try {
    await work();
    goTo(ctx, home, saved);
  } catch (error) {
    if (!isProblem(error, 'invalid_input') && !isProblem(error, 'forbidden')) throw error;
    await again(error);
    ctx.status = statusOf[error.code];
  }
}

async function showNew(
  parts: Parts,
  ctx: RouterContext,
  fields: Fields,
  problem?: Problem,
): Promise<void> {
  const form = {
    action: home,
    save: 'Add the event type',
    fields,
    errors: faults(fields, problem),
    calendars: await listWritable(parts, ctx),
  };
  showPage(parts, ctx, 'New event type', eventTypeForm(form));
}

async function showEdit(
  parts: Parts,
  ctx: RouterContext,
  slug: string,
  fields: Fields,
  problem?: Problem,
): Promise<void> {
  const action = `${home}/${slug}`;
  const calendars = await listWritable(parts, ctx);
  const form = { action, save: 'Save', fields, errors: faults(fields, problem), calendars };
  const body = html`${problem?.code === 'forbidden' && refusal(problem)} ${eventTypeForm(form)}
  ${askOnce({
    label: 'Delete this event type',
    question: 'Delete it? Its link will lead nowhere.',
    action: `${action}/delete`,
    yes: 'Yes, delete it',
  })}`;
  showPage(parts, ctx, fields['title'] || 'Event type', body);
}

async function listWritable({ database }: Parts, ctx: RouterContext): Promise<Calendar[]> {
  const calendars = await listCalendars(database, requireOrganiser(ctx).id);
  return calendars.filter(isWritable);
}

function refusal({ message }: Problem): Html {
  return notice({ kind: 'warning', body: message, isUrgent: true });
}

function faults(fields: Fields, problem: Problem | undefined) {
  return formErrors(fields, problem?.errors ?? []);
}

function showPage(parts: Parts, ctx: RouterContext, title: string, content: Html): void {
  const body = html`<h1>${title}</h1>
    ${ctx.path !== home && html`<p>${buttonLink({ label: 'All event types', href: home, kind: 'quiet' })}</p>`}
    ${content}`;
  const saved = savedWords(ctx, said);
  show(ctx, organiserPage(parts.config, ctx, { title, place: home, body, saved }));
}

function startFields(): Fields {
  const start = { ...newEventType, questions: [], slug: '', title: '', durationMinutes: 30 };
  return fieldsOf(start);
}

/** The body parser has made an object of each dotted name (`asks.phone`): here they are the form's own names again. */
function readFields(ctx: RouterContext): Fields {
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => textsOf(name, value)));
}

function textsOf(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value.trim()]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(`${name}.${key}`, inner));
}

// The pages around an event type's form: a new one, and one that is there, with its link and the way to delete it.
import type { RouterContext } from '@koa/router';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { isWritable } from '../calendars/calendar.ts';
import type { EventType } from '../event-types/event-type.ts';
import { newEventType } from '../event-types/new-event-type.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import type { Problem } from '../problem.ts';
import { buttonLink, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { askOnce } from './ask-once.ts';
import { type Fields, fieldsOf, formErrors } from './event-type-form.ts';
import { eventTypeForm } from './event-type-view.ts';
import { linkRow } from './link-row.ts';
import { organiserPage, savedWords, show } from './organiser-layout.ts';

export const home = '/organiser/event-types';

export const savedEventType = {
  saved: 'Saved.',
  added: 'The event type is added.',
  deleted: 'It is deleted.',
};

export async function showNewPage(
  parts: Parts,
  ctx: RouterContext,
  fields: Fields,
  problem?: Problem,
): Promise<void> {
  const form = await formOf(parts, ctx, fields, problem);
  const body = eventTypeForm({ ...form, action: home, save: 'Add the event type' });
  showEventTypePage(parts, ctx, 'New event type', body);
}

/** `saved` as it is kept, `fields` as they were typed: the page keeps the name that its list knows it by. */
export async function showEditPage(
  parts: Parts,
  ctx: RouterContext,
  saved: EventType,
  fields: Fields,
  problem?: Problem,
): Promise<void> {
  const action = `${home}/${saved.slug}`;
  const form = await formOf(parts, ctx, fields, problem);
  const body = html`${problem?.code === 'forbidden' && refusal(problem)}
    <section class="card" aria-label="Its link">
      ${linkRow('Its link', `${form.home}/${saved.slug}`)}
    </section>
    ${eventTypeForm({ ...form, action, save: 'Save' })}
    ${askOnce({
      label: 'Delete this event type',
      question: 'Delete it? Its link will lead nowhere.',
      action: `${action}/delete`,
      yes: 'Yes, delete it',
    })}`;
  showEventTypePage(parts, ctx, saved.title, body);
}

export function showEventTypePage(
  parts: Parts,
  ctx: RouterContext,
  title: string,
  content: Html,
): void {
  const body = html`<h1>${title}</h1>
    ${ctx.path !== home && html`<p>${buttonLink({ label: 'All event types', href: home, kind: 'quiet' })}</p>`}
    ${content}`;
  const saved = savedWords(ctx, savedEventType);
  show(ctx, organiserPage(parts.config, ctx, { title, place: home, body, saved }));
}

export function startFields(): Fields {
  return fieldsOf({ ...newEventType, questions: [], slug: '', title: '', durationMinutes: 30 });
}

async function formOf(
  { database, config }: Parts,
  ctx: RouterContext,
  fields: Fields,
  problem: Problem | undefined,
) {
  const organiser = requireOrganiser(ctx);
  const calendars = await listCalendars(database, organiser.id);
  return {
    fields,
    errors: formErrors(fields, problem?.errors ?? []),
    home: `${config.publicUrl}/${organiser.handle}`,
    calendars: calendars.filter(isWritable),
  };
}

function refusal({ message }: Problem): Html {
  return notice({ kind: 'warning', body: message, isUrgent: true });
}

// The pages around an event type's form: a new one, and one that is there, with its link and what else can be done with it.
import type { RouterContext } from '@koa/router';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { isWritable } from '../calendars/calendar.ts';
import { freeColour } from '../event-types/colours.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import { newEventType } from '../event-types/new-event-type.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import type { Problem } from '../problem.ts';
import { listSchedules } from '../schedules/schedule-queries.ts';
import { buttonLink } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { type Fields, fieldsOf, formErrors } from './event-type-form.ts';
import { eventTypeHead } from './event-type-head.ts';
import { savedNotice } from './event-type-saved.ts';
import { eventTypeForm } from './event-type-view.ts';
import { organiserPage, show } from './organiser-layout.ts';

export const home = '/organiser/event-types';
export const newPath = '/organiser/new-event-type';

export async function showNewPage(
  parts: Parts,
  ctx: RouterContext,
  fields: Fields,
  problem?: Problem,
): Promise<void> {
  const form = await formOf(parts, ctx, fields, problem);
  const body = eventTypeForm({
    ...form,
    action: home,
    preview: `${newPath}/preview`,
    save: say('Add the event type'),
  });
  showEventTypePage(parts, ctx, { title: say('New event type'), body, back: true });
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
  const body = html`${eventTypeHead(saved, form.home)}
  ${eventTypeForm({ ...form, action, preview: `${action}/preview`, save: say('Save') })}`;
  showEventTypePage(parts, ctx, { title: saved.title, body, back: true });
}

export function showEventTypePage(
  parts: Parts,
  ctx: RouterContext,
  { title, body, back = false }: { title: string; body: Html; back?: boolean },
): void {
  const whole = html`<header class="page-title">
      ${back && html`<p>${buttonLink({ label: say('All event types'), href: home, kind: 'quiet' })}</p>`}
      <h1>${title}</h1>
    </header>
    ${body}`;
  const saved: Child = savedNotice(ctx);
  const scripts = ['event-type.ts'];
  const options = { title, place: home, body: whole, scripts } as const;
  show(ctx, organiserPage(parts.config, ctx, { ...options, saved }));
}

/** In a colour that no other has yet. */
export async function startFields({ database }: Parts, organiserId: string): Promise<Fields> {
  const others = await listEventTypes(database, organiserId);
  const colour = freeColour(others.map((other) => other.colour));
  return fieldsOf({ ...newEventType, slug: '', title: '', durationMinutes: 30, colour });
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
    schedules: await listSchedules(database, organiser.id),
  };
}

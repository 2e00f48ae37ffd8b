// The form that makes an event and the one that changes it.
import { html, type Html } from '../../../web/html.ts';
import { addDays, dateAt, isDay } from './dates.ts';
import type { EventView } from './event-page.ts';
import type { SeenCalendar, SeenEvent } from './events.ts';
import { calendarField, fields, repeatsField, scopeField } from './fields.ts';
import type { Form } from './input.ts';
import { eventLink, weekLink } from './links.ts';
import { clockTime } from './words.ts';

export type NewEventView = {
  account: string;
  calendars: SeenCalendar[];
  typed: Form;
  fault?: string | undefined;
};

export function newEventBody({ account, calendars, typed, fault }: NewEventView): Html {
  const form = { ...blank(typed), ...typed };
  const isSeveral = calendars.length > 1;
  return html`<article class="card sheet">
    <p class="back">
      <a href="${weekLink(account, form['startDate'])}" data-close>Back to the week</a>
    </p>
    <h1>New event</h1>
    ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
    <form class="fields" method="post" action="${weekLink(account)}">
      ${fields(form, true)} ${repeatsField(form['repeats'] ?? '')}
      ${isSeveral && calendarField(calendars, form)}
      <div class="actions"><button class="primary">Add</button></div>
    </form>
  </article>`;
}

/** Enter in a field presses the first button: it must be Save. */
export function eventForm({ account, seen, calendar, typed }: EventView): Html {
  const { event, calendarId } = seen;
  const form = typed ?? formOf(seen, calendar.timeZone);
  const isInstance = event.recurringEventId !== undefined;
  const action = eventLink({ account, calendarId, eventId: event.id });
  return html`<form class="fields" method="post" action="${action}" aria-labelledby="change">
    <h2 id="change">Change it</h2>
    ${fields(form)} ${isInstance ? scopeField(form) : repeatsField(form['repeats'] ?? '')}
    <div class="actions">
      <button class="primary">Save</button>
      <button class="danger" formaction="${action}/delete" formnovalidate>Delete</button>
    </div>
  </form>`;
}

/** An hour in the morning of the day that was clicked. */
function blank({ startDate }: Form): Form {
  const date = isDay(startDate) ? startDate : '';
  return { startDate: date, startTime: '09:00', endDate: date, endTime: '10:00' };
}

function formOf({ event, isAllDay, start, end }: SeenEvent, timeZone: string): Form {
  const times = isAllDay
    ? { allDay: 'on', startDate: event.start.date!, endDate: addDays(event.end.date!, -1) }
    : { startDate: dateAt(start, timeZone), endDate: dateAt(end, timeZone) };
  return {
    title: event.summary,
    ...times,
    startTime: isAllDay ? '09:00' : clockTime(start, timeZone),
    endTime: isAllDay ? '10:00' : clockTime(end, timeZone),
    place: event.location,
    text: event.description,
    guests: event.attendees?.map(({ email }) => email).join('\n'),
    show: event.transparency ?? 'opaque',
    repeats: event.recurrence?.join('\n') ?? '',
  };
}

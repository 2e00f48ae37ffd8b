// The form that makes an event and the one that changes it.
import { attributes, html, type Html } from '../../web/html.ts';
import { addDays, dateAt, isDay } from './week-dates.ts';
import type { EventView } from './week-event-page.ts';
import type { SeenCalendar, SeenEvent } from './week-events.ts';
import type { Form } from './week-input.ts';
import { eventLink, weekLink } from './week-links.ts';
import { clockTime, repeats } from './week-words.ts';

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

export function eventForm({ account, seen, calendar, typed }: EventView): Html {
  const { event, calendarId } = seen;
  const form = typed ?? formOf(seen, calendar.timeZone);
  const isInstance = event.recurringEventId !== undefined;
  const action = eventLink({ account, calendarId, eventId: event.id });
  return html`<form class="fields" method="post" action="${action}" aria-labelledby="change">
    <h2 id="change">Change it</h2>
    ${fields(form)} ${isInstance ? scopeField(form) : repeatsField(form['repeats'] ?? '')}
    <div class="actions">
      <button class="danger" formaction="${action}/delete" formnovalidate>Delete</button>
      <button class="primary">Save</button>
    </div>
  </form>`;
}

function fields(form: Form, isNew = false): Html {
  return html`
    <label class="title"
      >Title ${input('title', form, { autocomplete: 'off', autofocus: isNew })}</label
    >
    <label class="tick"
      ><input type="checkbox" name="allDay" ${form['allDay'] !== undefined && html`checked`} /> All
      day</label
    >
    <fieldset class="times">
      <legend class="unseen">When</legend>
      <label>From ${input('startDate', form, { type: 'date', required: true })}</label>
      <label class="time">at ${input('startTime', form, { type: 'time', step: 300 })}</label>
      <label>To ${input('endDate', form, { type: 'date', required: true })}</label>
      <label class="time">at ${input('endTime', form, { type: 'time', step: 300 })}</label>
    </fieldset>
    <label>Place ${input('place', form, { autocomplete: 'off' })}</label>
    <label
      >Guests’ e-mail addresses
      <textarea name="guests" rows="2" autocomplete="off">${form['guests']}</textarea>
    </label>
    <label
      >Show as
      <select name="show">
        ${options({ opaque: 'Busy', transparent: 'Free' }, form['show'])}
      </select></label
    >
  `;
}

function input(name: string, form: Form, more: Record<string, string | number | boolean>): Html {
  return html`<input ${attributes({ name, value: form[name] ?? '', ...more })} />`;
}

/** A rule that the form does not know is left alone. */
function repeatsField(chosen: string): Html {
  const known = chosen in repeats ? repeats : { kept: chosen.replaceAll('RRULE:', ''), ...repeats };
  return html`<label
    >Repeats
    <select name="repeats">
      ${options(known, chosen)}
    </select></label
  >`;
}

function scopeField(form: Form): Html {
  const choice = (value: string, words: string, isChosen: boolean) =>
    html`<label class="tick"
      ><input type="radio" name="scope" value="${value}" ${isChosen && html`checked`} />
      ${words}</label
    >`;
  const isSeries = form['scope'] === 'series';
  return html`<fieldset class="scope">
    <legend>Change or delete</legend>
    ${choice('one', 'Only this one', !isSeries)} ${choice('series', 'The whole series', isSeries)}
  </fieldset>`;
}

function calendarField(calendars: SeenCalendar[], form: Form): Html {
  const names = Object.fromEntries(
    calendars.map(({ calendar }) => [calendar.id, calendar.summary]),
  );
  return html`<label
    >Calendar
    <select name="calendarId">
      ${options(names, form['calendarId'])}
    </select></label
  >`;
}

function options(words: Record<string, string>, chosen: string | undefined): Html[] {
  return Object.entries(words).map(
    ([value, text]) =>
      html`<option ${attributes({ value, selected: value === chosen })}>${text}</option>`,
  );
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
    guests: event.attendees?.map(({ email }) => email).join('\n'),
    show: event.transparency ?? 'opaque',
    repeats: event.recurrence?.join('\n') ?? '',
  };
}

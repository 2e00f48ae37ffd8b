// The fields of an event's form.
import { attributes, html, type Html } from '../../../web/html.ts';
import type { SeenCalendar } from './events.ts';
import type { Form } from './input.ts';
import { repeats } from './words.ts';

export function fields(form: Form, isNew = false): Html {
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
      >Text
      <textarea name="text" rows="3">${form['text']}</textarea>
    </label>
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
export function repeatsField(chosen: string): Html {
  const known = chosen in repeats ? repeats : { kept: 'As it is', ...repeats };
  return html`<label
    >Repeats
    <select name="repeats">
      ${options(known, chosen)}
    </select></label
  >`;
}

export function scopeField(form: Form): Html {
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

export function calendarField(calendars: SeenCalendar[], form: Form): Html {
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

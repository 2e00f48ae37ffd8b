// The week in the editor: seven days with their intervals, each of which can be copied to others; and the zone they are in.
import { say, sayHtml } from '../languages/say.ts';
import { timeZoneOptions } from '../organisers/time-zone-options.ts';
import { button, strong } from '../web/components.ts';
import { zoneText } from '../web/dates.ts';
import { selectField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { type DayDraft, weekdays } from './editor-draft.ts';
import type { Editor } from './editor-view.ts';
import { dayName } from './field-names.ts';
import { faultOf, intervalFields } from './interval-fields.ts';

export function weekCard(editor: Editor): Html {
  const { draft } = editor;
  return html`<section class="card stack" aria-labelledby="week">
    <h2 id="week">${say('Your week')}</h2>
    ${zoneLine(editor)}
    <div class="hours-week">${draft.days.map((day) => dayFields(day, editor))}</div>
    <p class="field-hint">
      ${say('A day without times is closed. 24:00 is the end of the day. An interval that goes on after midnight is two: one on each day.')}
    </p>
    <div class="row">
      ${button({ label: say('Save hours'), name: 'do', value: 'save' })}
      ${button({
        label: say('Preview'),
        kind: 'plain',
        name: 'do',
        value: 'preview',
        extra: { class: 'button unscripted' },
      })}
    </div>
  </section>`;
}

/** The zone by name; to change it is one more step, which says what it does. */
function zoneLine({ draft, saved, faults, now }: Editor): Html {
  const isChanged = draft.timeZone !== saved.timeZone;
  const error = faultOf(faults, 'timeZone');
  return html`<details${attributes({ class: 'details zone', open: isChanged || error !== undefined })}>
    <summary>
      ${sayHtml('Times are those of <strong>{zone}</strong>', { strong, zone: zoneText(saved.timeZone, now) })}
      <span class="zone-change">${say('Change')}</span>
    </summary>
    ${selectField({
      name: 'timeZone',
      label: say('Time zone'),
      hint: say(
        'Of all your schedules. The hours keep their clock times: 09:00 stays 09:00, in the new zone. Bookings and time off stay at the moments they were made for.',
      ),
      value: draft.timeZone,
      options: timeZoneOptions(draft.timeZone),
      error,
    })}
  </details>`;
}

function dayFields(day: DayDraft, editor: Editor): Html {
  const { weekday, pairs } = day;
  return html`<fieldset class="hours-day">
    <legend>${dayName(weekday)}</legend>
    ${intervalFields(String(weekday), pairs, editor)} ${copyMenu(day, editor)}
  </fieldset>`;
}

function copyMenu({ weekday }: DayDraft, { focus }: Editor): Html {
  const name = dayName(weekday);
  const id = `copy-${weekday}`;
  const others = weekdays.filter((each) => each !== weekday);
  const summary = attributes({ class: 'button button-quiet', id, autofocus: focus === id });
  return html`<details class="copy-day">
    <summary${summary}>
      ${say('Copy')}<span class="visually-hidden">: ${name}</span>
    </summary>
    <fieldset class="copy-days">
      <legend class="field-label">${say('Copy {day} to other days', { day: name })}</legend>
      ${others.map(
        (each) =>
          html`<label class="copy-choice"
            ><input type="checkbox" name="copy-${weekday}-to" value="${each}" />
            <span>${dayName(each)}</span></label
          >`,
      )}
      ${button({
        label: say('Copy to these days'),
        kind: 'plain',
        name: 'do',
        value: `copy:${weekday}`,
        extra: { 'data-again': true },
      })}
    </fieldset>
  </details>`;
}

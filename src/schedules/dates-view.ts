// Dates with hours of their own in the editor: those to come, and the fields for one more range.
import { say } from '../languages/say.ts';
import { button, hiddenFields } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import type { DateRange } from './date-ranges.ts';
import { isEmptyDates } from './editor-draft.ts';
import type { Editor } from './editor-view.ts';
import { intervalsText, rangeText } from './hours-words.ts';
import { faultOf, intervalFields } from './interval-fields.ts';
import { longList } from './long-list.ts';

export function datesCard(editor: Editor): Html {
  const { ranges, draft } = editor;
  const isChange = draft.dates.was !== '';
  return html`<section class="card stack" aria-labelledby="dates">
    <div class="stack-tight">
      <h2 id="dates">${say('Other hours on some dates')}</h2>
      <p class="soft">
        ${say('Holidays, a long evening, a Saturday now and then. They take the place of the week’s hours.')}
      </p>
    </div>
    ${longList(ranges.map((range) => rangeRow(range)))}
    <details${attributes({ class: 'adding', open: isOpen(editor) })}>
      <summary class="button">${isChange ? say('Change these dates') : say('Add dates')}</summary>
      <div class="form">
      ${datesFields(editor)}
      <div class="row">
        ${button({
          label: isChange ? say('Save these dates') : say('Add these dates'),
          kind: 'plain',
          name: 'do',
          value: 'save',
        })}
        ${
          isChange &&
          button({
            label: say('Leave as they were'),
            kind: 'quiet',
            name: 'do',
            value: 'leave:dates',
            extra: { 'data-again': true },
          })
        }
      </div></div>
    </details>
  </section>`;
}

/** With something in it, or at fault. */
function isOpen({ draft: { dates }, faults }: Editor): boolean {
  return (
    !isEmptyDates(dates) ||
    dates.pairs.length > 0 ||
    faults.some(({ field }) => field.startsWith('dates-'))
  );
}

function datesFields(editor: Editor): Html {
  const { dates } = editor.draft;
  const { faults, focus } = editor;
  const field = (name: string, label: string) => ({
    name,
    label,
    error: faultOf(faults, name),
    extra: { required: false },
  });
  return html`${hiddenFields({ 'dates-was': dates.was || undefined })}
    <div class="form-pair">
      ${textField({
        ...field('dates-from', say('First date')),
        type: 'date',
        value: dates.from,
        extra: { required: false, autofocus: focus === 'field-dates-from' },
      })}
      ${textField({
        ...field('dates-to', say('Last date')),
        type: 'date',
        value: dates.to,
        isOptional: true,
      })}
    </div>
    <div class="field">
      <p class="field-label">${say('Open')}</p>
      ${intervalFields('dates', dates.pairs, editor)}
    </div>
    ${textField({
      ...field('dates-label', say('Label')),
      hint: say('For you alone, such as “Summer holiday”.'),
      value: dates.label,
      isOptional: true,
      extra: { maxlength: 100, autocomplete: 'off' },
    })}`;
}

function rangeRow(range: DateRange): Html {
  const { from, to, intervals, label } = range;
  const dates = rangeText(range);
  return html`<li class="dated">
    <div>
      <strong>${dates}</strong>
      <span class="dated-hours">${intervalsText(intervals)}</span>
      ${label !== '' && html`<span class="soft">${label}</span>`}
    </div>
    <div class="dated-actions">
      ${quietButton(say('Change'), dates, `change-dates:${from}/${to}`, true)}
      ${quietButton(say('Remove'), dates, `remove-dates:${from}/${to}`, false)}
    </div>
  </li>`;
}

/** @param isAgain whether the page comes again with all that is typed, and nothing is saved */
export function quietButton(label: string, what: string, value: string, isAgain: boolean): Html {
  return button({
    label: html`${label}<span class="visually-hidden">: ${what}</span>`,
    kind: 'quiet',
    name: 'do',
    value,
    extra: { 'data-again': isAgain },
  });
}

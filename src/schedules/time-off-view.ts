// Time off in the editor: what is to come, and the fields for one more.
import { say } from '../languages/say.ts';
import { button, hiddenFields } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { quietButton } from './dates-view.ts';
import { isEmptyOff } from './editor-draft.ts';
import type { Editor } from './editor-view.ts';
import { offText } from './hours-words.ts';
import { faultOf, faultText, timeField } from './interval-fields.ts';
import { longList } from './long-list.ts';
import type { TimeOff } from './time-off.ts';

export function timeOffCard(editor: Editor): Html {
  const { timeOff, draft, saved } = editor;
  const isChange = draft.off.id !== '';
  return html`<section class="card stack" aria-labelledby="time-off">
    <div class="stack-tight">
      <h2 id="time-off">${say('Time off')}</h2>
      <p class="soft">
        ${say('From one moment to another, whatever the hours say: every schedule and every event type is closed then.')}
      </p>
    </div>
    ${longList(timeOff.map((each) => offRow(each, saved.timeZone)))}
    <details${attributes({ class: 'adding', open: isOpen(editor) })}>
      <summary class="button">
        ${isChange ? say('Change this time off') : say('Add time off')}
      </summary>
      <div class="form">
      ${offFields(editor)}
      <div class="row">
        ${button({
          label: isChange ? say('Save this time off') : say('Add this time off'),
          kind: 'plain',
          name: 'do',
          value: 'save',
        })}
        ${
          isChange &&
          button({
            label: say('Leave as it was'),
            kind: 'quiet',
            name: 'do',
            value: 'leave:off',
            extra: { 'data-again': true },
          })
        }
      </div></div>
    </details>
  </section>`;
}

/** With something in it, or at fault. */
function isOpen({ draft: { off }, faults }: Editor): boolean {
  return !isEmptyOff(off) || faults.some(({ field }) => field.startsWith('off-'));
}

function offFields(editor: Editor): Html {
  const { off } = editor.draft;
  const { faults } = editor;
  return html`${hiddenFields({ 'off-id': off.id || undefined })}
    <div class="form-pair">
      ${moment(editor, {
        name: 'off-from',
        date: off.from,
        time: off.fromTime,
        label: say('From'),
        timeLabel: say('Time off from, time'),
      })}
      ${moment(editor, {
        name: 'off-to',
        date: off.to,
        time: off.toTime,
        label: say('Until'),
        timeLabel: say('Time off until, time'),
      })}
    </div>
    <p class="field-hint">${say('Without times it is whole days.')}</p>
    ${textField({
      name: 'off-label',
      label: say('Label'),
      isOptional: true,
      hint: say('For you alone, such as “Conference”.'),
      value: off.label,
      error: faultOf(faults, 'off-label'),
      extra: { maxlength: 100, autocomplete: 'off' },
    })}`;
}

type Moment = { name: string; date: string; time: string; label: string; timeLabel: string };

function moment({ faults, focus }: Editor, { name, date, time, label, timeLabel }: Moment): Html {
  return html`<div class="moment">
    ${textField({
      name,
      label,
      type: 'date',
      value: date,
      error: faultOf(faults, name),
      extra: { required: false, autofocus: focus === `field-${name}` },
    })}
    ${timeField(`${name}-time`, time, { label: timeLabel, faults })}
    ${faultText(`${name}-time`, faults)}
  </div>`;
}

function offRow(timeOff: TimeOff, timeZone: string): Html {
  const { id, label } = timeOff;
  const when = offText(timeOff, timeZone);
  return html`<li class="dated">
    <div>
      <strong>${when}</strong>
      ${label !== '' && html`<span class="soft">${label}</span>`}
    </div>
    <div class="dated-actions">
      ${quietButton(say('Change'), when, `change-off:${id}`, true)}
      ${quietButton(say('Remove'), when, `remove-off:${id}`, false)}
    </div>
  </li>`;
}

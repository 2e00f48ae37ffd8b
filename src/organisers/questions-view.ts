// An event type's own questions, a row each, with buttons that add, move and remove them. Without scripts each press
// shows the form anew, as it was typed; client/event-type.ts exchanges this part of it in place.
import { mostQuestions } from '../event-types/question-input.ts';
import { say } from '../languages/say.ts';
import { button, hiddenFields } from '../web/components.ts';
import { selectField, textArea } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { common, type EventTypeForm, group, text } from './event-type-controls.ts';
import { answers, yesNo } from './event-type-options.ts';
import { shownRows } from './question-fields.ts';

export function questionsView(form: EventTypeForm): Html {
  const rows = shownRows(form.fields);
  return group(
    say('Your own questions'),
    html`${
      rows.length === 0 &&
      html`<p class="field-hint">
        ${say('Ask for what you need to know beforehand. The answers never reach Google.')}
      </p>`
    }
    ${rows.map((row, index) => question(form, row, { index, count: rows.length }))}
    ${rows.length < mostQuestions && html`<div>${arrange(form, 'add', say('Add a question'), 'plain')}</div>`}`,
    'questions',
  );
}

type Standing = { index: number; count: number };

function question(form: EventTypeForm, row: number, { index, count }: Standing): Html {
  const name = (part: string) => `question-${row}-${part}`;
  const number = index + 1;
  return html`<div
    class="question"
    role="group"
    aria-label="${say('Question {number}', { number })}"
  >
    ${hiddenFields({ [name('key')]: form.fields[name('key')] })}
    ${text(form, name('label'), { extra: { maxlength: 200 } })}
    <div class="form-pair">
      ${selectField({ ...common(form, name('kind')), label: say('Answer'), options: answers() })}
      ${selectField({ ...common(form, name('isRequired')), label: say('Needed'), options: yesNo() })}
    </div>
    <div class="question-options">
      ${textArea({
        ...common(form, name('options')),
        label: say('Answers to choose from'),
        hint: say('One on each line.'),
      })}
    </div>
    <div class="row question-buttons">
      ${index > 0 && arrange(form, `up-${row}`, words.up(number))}
      ${index < count - 1 && arrange(form, `down-${row}`, words.down(number))}
      ${arrange(form, `remove-${row}`, words.remove(number))}
    </div>
  </div>`;
}

const words = {
  up: (number: number) => seenAs(say('Up'), say('Move question {number} up', { number })),
  down: (number: number) => seenAs(say('Down'), say('Move question {number} down', { number })),
  remove: (number: number) => seenAs(say('Remove'), say('Remove question {number}', { number })),
};

type Label = { label: string; 'aria-label'?: string };

function seenAs(label: string, whole: string): Label {
  return { label, 'aria-label': whole };
}

function arrange(
  { action }: EventTypeForm,
  value: string,
  words: string | Label,
  kind: 'plain' | 'quiet' = 'quiet',
): Html {
  const { label, ...told } = typeof words === 'string' ? { label: words } : words;
  const extra = { formaction: `${action}#questions`, id: `arrange-${value}`, ...told };
  return button({
    label,
    kind,
    name: 'arrange',
    value,
    extra,
  });
}

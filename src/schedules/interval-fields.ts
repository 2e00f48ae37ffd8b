// The intervals of a day as fields, with room for more: adding and removing one asks the server for the same page anew,
// with all that was typed, so that it works without scripts.
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { mostPairs, type Pair } from './editor-draft.ts';
import { groupName, intervalName } from './field-names.ts';

export type Faults = readonly FieldError[];

/** @param focus the id of what the page opens at, where something was just pressed */
export function intervalFields(
  group: string,
  pairs: readonly Pair[],
  { faults, focus }: { faults: Faults; focus: string | null },
): Html {
  const name = groupName(group);
  return html`<div class="intervals">
    ${pairs.length === 0 && html`<p class="intervals-none soft">${say('Closed')}</p>`}
    ${pairs.map((pair, index) =>
      pairFields(pair, say('{day}, {interval}', { day: name, interval: intervalName(index) }), {
        faults,
        focus,
      }),
    )}
    ${pairs.length < mostPairs && addButton(group, name, focus)}
  </div>`;
}

function addButton(group: string, name: string, focus: string | null): Html {
  const id = `add-${group}`;
  return html`<button${attributes({
    class: 'button button-quiet interval-add',
    id,
    name: 'do',
    value: `add:${group}`,
    'data-again': true,
    autofocus: focus === id,
  })}>
    <span aria-hidden="true">+</span> ${say('Add hours')}<span class="visually-hidden">: ${name}</span>
  </button>`;
}

function pairFields(
  pair: Pair,
  label: string,
  { faults, focus }: { faults: Faults; focus: string | null },
): Html {
  const sides = ['opens', 'closes'] as const;
  const names = {
    opens: say('{interval}, opens', { interval: label }),
    closes: say('{interval}, closes', { interval: label }),
  };
  return html`<div class="interval">
    ${sides.map((side, index) => [
      index > 0 && html`<span aria-hidden="true">–</span>`,
      timeField(`${pair.name}-${side}`, pair[side], { label: names[side], faults, focus }),
    ])}
    <button${attributes({
      class: 'interval-remove',
      name: 'do',
      value: `remove:${pair.name}`,
      'data-again': true,
      'aria-label': say('Remove {interval}', { interval: label }),
      title: say('Remove'),
    })}><span aria-hidden="true">×</span></button>
    ${sides.map((side) => faultText(`${pair.name}-${side}`, faults))}
  </div>`;
}

/** A time is typed: "24:00" is one, which no picker of times offers. */
export function timeField(
  name: string,
  value: string,
  { label, faults, focus = null }: { label?: string; faults: Faults; focus?: string | null },
): Html {
  const id = `field-${name}`;
  const hasFault = faultOf(faults, name) !== undefined;
  return html`<input${attributes({
    class: 'input input-time',
    id,
    name,
    value,
    'aria-label': label,
    'aria-invalid': hasFault && 'true',
    'aria-describedby': hasFault && `${id}-error`,
    autocomplete: 'off',
    maxlength: 8,
    placeholder: '··:··',
    autofocus: focus === id,
  })} />`;
}

export function faultText(name: string, faults: Faults): Html | false {
  const message = faultOf(faults, name);
  return (
    message !== undefined && html`<p class="field-error" id="field-${name}-error">${message}</p>`
  );
}

export function faultOf(faults: Faults, field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}

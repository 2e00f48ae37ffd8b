// Form fields: a label, a hint, the fault beside it, and all three tied together for screen readers.
// A field's id is `field-` and its name; errorSummary leads there.
import { say } from '../languages/say.ts';
import { type Attributes, attributes, type Child, type Html, html } from './html.ts';

export type Field = {
  name: string;
  label: string;
  hint?: Child;
  error?: string | undefined;
  isOptional?: boolean;
};

export type Option = { value: string; label: string };

export function textField(
  field: Field & { type?: string; value?: string | undefined; extra?: Attributes },
): Html {
  const { name, type = 'text', value, extra } = field;
  const own = { class: 'input', type, name, value: value || undefined };
  return frame(field, html`<input${attributes({ ...own, ...tied(field), ...extra })} />`);
}

export function textArea(
  field: Field & { value?: string | undefined; rows?: number; extra?: Attributes },
): Html {
  const { name, value = '', rows = 3, extra } = field;
  const own = attributes({ class: 'input', name, rows, ...tied(field), ...extra });
  return frame(field, html`<textarea${own}>${value}</textarea>`);
}

export function selectField(
  field: Field & { value?: string | undefined; options: readonly Option[]; extra?: Attributes },
): Html {
  const own = attributes({ class: 'input', name: field.name, ...tied(field), ...field.extra });
  return frame(
    field,
    html`<select${own}>${field.options.map((choice) => option(choice, field.value))}</select>`,
  );
}

/** One of a few, all in sight. */
export function choiceField(
  field: Field & { value?: string | undefined; options: readonly Option[] },
): Html {
  const { name, label, options, value } = field;
  const { id: _, ...described } = tied(field);
  return html`<fieldset${attributes({ class: 'field', ...described })}>
    <legend class="field-label">${label} ${optionalMark(field)}</legend>
    ${hint(field)} ${fault(field)}
    <div class="choices">
      ${options.map((choice, index) => radio(name, choice, value, index))}
    </div>
  </fieldset>`;
}

/** Any number of a few, all in sight: each a field of its own, `{name}.{number}`. */
export function severalField(
  field: Field & { chosen: readonly string[]; options: readonly Option[] },
): Html {
  const { name, label, options, chosen } = field;
  const { id: _, required: _required, ...described } = tied(field);
  return html`<fieldset${attributes({ class: 'field', ...described })}>
    <legend class="field-label">${label} ${optionalMark(field)}</legend>
    ${hint(field)} ${fault(field)}
    <div class="choices">
      ${options.map((choice, index) => tick(name, choice, chosen, index))}
    </div>
  </fieldset>`;
}

function tick(name: string, choice: Option, chosen: readonly string[], index: number): Html {
  const own = attributes({
    type: 'checkbox',
    name: `${name}.${index}`,
    id: index === 0 ? `field-${name}` : undefined,
    value: choice.value,
    checked: chosen.includes(choice.value),
  });
  return html`<label class="choice"><input${own} /><span>${choice.label}</span></label>`;
}

export function option({ value, label }: Option, chosen: string | undefined): Html {
  return html`<option${attributes({ value, selected: value === chosen })}>${label}</option>`;
}

function radio(name: string, choice: Option, chosen: string | undefined, index: number): Html {
  const own = attributes({
    type: 'radio',
    name,
    id: index === 0 ? `field-${name}` : undefined,
    value: choice.value,
    checked: choice.value === (chosen ?? ''),
  });
  return html`<label class="choice"><input${own} /><span>${choice.label}</span></label>`;
}

function frame(field: Field, control: Html): Html {
  return html`<div class="field">
    <label class="field-label" for="field-${field.name}"
      >${field.label} ${optionalMark(field)}</label
    >
    ${hint(field)} ${fault(field)} ${control}
  </div>`;
}

function tied({ name, hint, error, isOptional }: Field): Attributes {
  const ids = [hint && `field-${name}-hint`, error && `field-${name}-error`].filter(Boolean);
  return {
    id: `field-${name}`,
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
    required: !isOptional,
  };
}

function optionalMark({ isOptional }: Field): Html | false {
  return isOptional === true && html`<span class="field-optional">${say('optional')}</span>`;
}

function hint({ name, hint }: Field): Html | false {
  return Boolean(hint) && html`<p class="field-hint" id="field-${name}-hint">${hint}</p>`;
}

function fault({ name, error }: Field): Html | false {
  return Boolean(error) && html`<p class="field-error" id="field-${name}-error">${error}</p>`;
}

// html`…`: a template whose values are escaped unless they are Html themselves.
// Arrays are joined; null, undefined and booleans vanish, so `${condition && html`…`}` reads well.

export type Child = Html | string | number | boolean | null | undefined | readonly Child[];

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export function html(strings: TemplateStringsArray, ...values: Child[]): Html {
  const rest = values.map((value, index) => render(value) + strings[index + 1]!);
  return new Html(strings[0]! + rest.join(''));
}

/** Marks text as HTML already. Only for text that no person can have typed. */
export function raw(text: string): Html {
  return new Html(text);
}

export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** `attributes({ hidden: true, class: 'x', id: undefined })` gives ` hidden class="x"`. */
export function attributes(values: Attributes): Html {
  return raw(Object.entries(values).map(attribute).join(''));
}

/** JSON that is safe inside `<script type="application/json">`. */
export function json(value: unknown): Html {
  return raw(JSON.stringify(value).replaceAll('<', String.raw`\u003c`));
}

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: Child): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escape(String(value));
}

function attribute([name, value]: [string, string | number | boolean | null | undefined]): string {
  if (value === null || value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
}

// The pieces that pages are built of. Their looks are in client/components.css.
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { type Attributes, attributes, type Child, type Html, html } from './html.ts';

type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export type Button = {
  label: Child;
  kind?: ButtonKind;
  name?: string;
  value?: string;
  /** More attributes: `form`, `formaction`, `aria-…`, `data-…`. */
  extra?: Attributes;
};

export function button({ label, kind = 'primary', name, value, extra }: Button): Html {
  const own = attributes({ type: 'submit', class: buttonClass(kind), name, value, ...extra });
  return html`<button${own}>${label}</button>`;
}

export function buttonLink({
  label,
  href,
  kind = 'plain',
  extra,
}: {
  label: Child;
  href: string;
  kind?: ButtonKind;
  extra?: Attributes;
}): Html {
  return html`<a${attributes({ href, class: buttonClass(kind), ...extra })}>${label}</a>`;
}

/** A form of one button, for an action that needs nothing else. */
export function actionButton(
  action: string,
  options: Button,
  hidden: Record<string, string> = {},
): Html {
  return html`<form method="post" action="${action}">
    ${hiddenFields(hidden)}${button(options)}
  </form>`;
}

export function hiddenFields(values: Record<string, string | number | undefined>): Html[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => html`<input${attributes({ type: 'hidden', name, value })} />`);
}

export function card(body: Child): Html {
  return html`<section class="card">${body}</section>`;
}

export type NoticeKind = 'plain' | 'success' | 'warning';

/** Said at once by screen readers when `isUrgent`: the answer to what was just done. */
export function notice({
  kind = 'plain',
  title,
  body,
  isUrgent = false,
}: {
  kind?: NoticeKind;
  title?: string;
  body: Child;
  isUrgent?: boolean;
}): Html {
  return html`<div${attributes({ class: `notice notice-${kind}`, role: isUrgent && 'alert' })}>
    ${title && html`<p class="notice-title">${title}</p>`}
    <div>${body}</div>
  </div>`;
}

/** Terms and what they stand for; pairs without a value are left out, and where none is left, all of it. */
export function facts(pairs: readonly (readonly [string, Child])[]): Html {
  const told = pairs.filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  if (told.length === 0) return html``;
  return html`<dl class="facts">
    ${told.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

export function badge(text: string, kind: NoticeKind = 'plain'): Html {
  return html`<span class="badge badge-${kind}">${text}</span>`;
}

/** For screen readers: what the eye sees from where it stands. A tag of messages. */
export function unseen(words: Child): Html {
  return html`<span class="visually-hidden">${words}</span>`;
}

/** A tag of messages. */
export function strong(words: Child): Html {
  return html`<strong>${words}</strong>`;
}

/** All faults of a form by their fields' names, each leading there. The browser goes to it when the page opens. */
export function errorSummary(
  errors: readonly FieldError[],
  labelOf: (field: string) => string | undefined = () => undefined,
): Html | false {
  if (errors.length === 0) return false;
  const title = say('{count, plural, one {One thing needs a look} other {# things need a look}}', {
    count: errors.length,
  });
  return html`<div class="error-summary" role="alert" tabindex="-1" id="errors" autofocus>
    <h2>${title}</h2>
    <ul>
      ${errors.map(({ field, message }) => html`<li><a href="#field-${field}">${labelled(labelOf(field), message)}</a></li>`)}
    </ul>
  </div>`;
}

function labelled(label: string | undefined, message: string): string {
  return label === undefined ? message : `${label} – ${message}`;
}

function buttonClass(kind: ButtonKind): string {
  return kind === 'plain' ? 'button' : `button button-${kind}`;
}

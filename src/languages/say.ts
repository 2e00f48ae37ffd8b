// Words for people. The English text is the key; placeholders and plurals are ICU MessageFormat's.
// A message without a translation is said in English; test/languages/catalogues.test.ts lets none go missing.
import { IntlMessageFormat } from 'intl-messageformat';
import { type Child, type Html, html } from '../web/html.ts';
import { catalogues } from './catalogues.ts';
import { currentLanguage } from './current-language.ts';

type Values = Record<string, string | number | Date>;
type Marked = Record<string, Child | Date | ((inner: Html) => Html)>;

const parsed = new Map<string, IntlMessageFormat>();
const isPlain = /^[^{}<]*$/;

/** `say('{count, plural, one {# visit} other {# visits}}', { count })` */
export function say(message: string, values?: Values): string {
  const text = translationOf(message);
  return isPlain.test(text) ? text : String(format(text, { ignoreTag: true }).format(values));
}

/** `sayHtml('Read <link>this</link>.', { link: (inner) => html`<a href="/x">${inner}</a>` })`; values are escaped. */
export function sayHtml(message: string, values: Marked): Html {
  const ready = Object.entries(values).map(([name, value]) => [name, readyValue(value)]);
  const said = format(translationOf(message), { ignoreTag: false }).format(
    Object.fromEntries(ready),
  );
  return html`${said as Child}`;
}

/** As it stands in the catalogue, placeholders and all. */
export function translationOf(message: string): string {
  return catalogues[currentLanguage().language][message] ?? message;
}

/** Parsing costs far more than saying, so each message is parsed once. */
function format(text: string, options: { ignoreTag: boolean }): IntlMessageFormat {
  const { locale } = currentLanguage();
  const key = `${locale} ${options.ignoreTag} ${text}`;
  const known = parsed.get(key) ?? new IntlMessageFormat(text, locale, undefined, options);
  parsed.set(key, known);
  return known;
}

function readyValue(value: Marked[string]): unknown {
  return typeof value === 'function' ? (chunks: Child) => value(html`${chunks}`) : value;
}

// Words that scripts say, in the page's language. The server puts the translations of just these messages into the page
// (web/client-words.ts); on an English page there are none, and the messages stand for themselves.

/** What is asked of it; in a test of pure words there is none. */
type Page = {
  documentElement: { lang: string };
  querySelector(selector: string): { textContent: string | null } | null;
};

const page = (globalThis as { document?: Page }).document;
const translations = read();

type Values = Record<string, string | number>;

/** `say('{time} left', { time })`. Of ICU MessageFormat: placeholders, and plurals without any in them. */
export function say(message: string, values: Values = {}): string {
  return (translations[message] ?? message)
    .replaceAll(
      /\{(\w+), plural,((?: *[\w=]+ *\{[^{}]*\})+) *\}/g,
      (_, name: string, forms: string) => pluralForm(forms, Number(values[name])),
    )
    .replaceAll("''", "'")
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** "one {# time} other {# times}" */
function pluralForm(all: string, count: number): string {
  const forms = new Map(
    [...all.matchAll(/([\w=]+) *\{([^{}]*)\}/g)].map(([, by, text]) => [by, text]),
  );
  const category = new Intl.PluralRules(locale()).select(count);
  const form = forms.get(`=${count}`) ?? forms.get(category) ?? forms.get('other') ?? '';
  return form.replaceAll('#', new Intl.NumberFormat(locale()).format(count));
}

/** For Intl. English days come before their months. */
export function locale(): string {
  const language = page?.documentElement.lang ?? 'en';
  return language === 'en' ? 'en-GB' : language;
}

/** "5 minutes" */
export function minutesText(count: number): string {
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale(), unit).format(count);
}

function read(): Record<string, string> {
  const words = page?.querySelector('#words')?.textContent;
  return words ? (JSON.parse(words) as Record<string, string>) : {};
}

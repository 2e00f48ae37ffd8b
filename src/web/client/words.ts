// Words that scripts say, in the page's language. The server puts the translations of just these messages into the page
// (web/client-words.ts); on an English page there are none, and the messages stand for themselves.

/** What is asked of it; in a test of pure words there is none. */
type Page = {
  documentElement: { lang: string };
  querySelector(selector: string): { textContent: string | null } | null;
};

const page = (globalThis as { document?: Page }).document;
const translations = read();

/** `say('{time} left', { time })`. Placeholders alone: what has a plural is said by Intl. */
export function say(message: string, values: Record<string, string | number> = {}): string {
  return (translations[message] ?? message).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name]),
  );
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

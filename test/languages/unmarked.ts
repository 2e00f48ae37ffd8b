// What a page says without having been told to `say` it, while the marked language stands in for a real one.
import { marks } from '../support/pseudo-language.ts';

/** Words outside of marks: in the text, in labels for screen readers, in the title. */
export function unmarkedIn(markup: string, known: readonly string[]): string[] {
  const bare = markup.replaceAll(/<(script|style|select|datalist)\b[^]*?<\/\1>|<meta[^>]*>/g, ' ');
  const labels = [...bare.matchAll(/(?:aria-label|alt|placeholder|abbr)="([^"]*)"/g)].map(
    (match) => match[1]!,
  );
  const longestFirst = known.filter(Boolean).toSorted((one, other) => other.length - one.length);
  const texts = bare.replaceAll(/<[^>]+>/g, '\n');
  return [texts, ...labels]
    .flatMap((text) => withoutMarks(withEntities(text)).split('\n'))
    .map((text) => longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text).trim())
    .filter((text) => /\p{L}{2,}/u.test(text));
}

function withEntities(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>');
}

/** From the inside out: what is said may hold what was said. */
function withoutMarks(text: string): string {
  const { opening, closing } = marks;
  const innermost = new RegExp(`${opening}[^${opening}${closing}]*${closing}`, 'gu');
  const rest = text.replaceAll(innermost, '');
  return rest === text ? text : withoutMarks(rest);
}

/** What Intl says in German on these pages. */
export const german: readonly string[] = [
  ...names({ month: 'long' }, 28),
  ...names({ weekday: 'long' }, 1),
  ...names({ month: 'short' }, 28),
  ...names({ weekday: 'short' }, 1),
  'Tage',
  'Tag',
  '30 T',
  'und',
  'Minuten',
  'Minute',
  'Stunden',
  'Stunde',
  'Sekunden',
  'Uhr',
  'vor',
  'GMT',
];

/** Twelve dates, so many days apart. */
function names(option: Intl.DateTimeFormatOptions, everyDays: number): string[] {
  const format = new Intl.DateTimeFormat('de', { ...option, timeZone: 'UTC' });
  return Array.from({ length: 14 }, (_, index) =>
    format.format(Date.UTC(2026, 0, 5 + index * everyDays)),
  );
}

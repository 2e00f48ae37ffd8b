// Times as a mail says them: the day, from–to, and always the zone, with its offset on that day.
import { currentLanguage } from '../languages/current-language.ts';
import { languageOf } from '../languages/language.ts';

export type Reader = { timeZone: string; locale: string };

/** "Monday, 23 November 2026, 09:00–09:30 (Europe/Berlin, GMT+1)" */
export function whenText(times: { startsAt: Date; endsAt: Date }, reader: Reader): string {
  const { timeZone } = reader;
  const range = formatter(reader).formatRange(times.startsAt, times.endsAt);
  return `${range} (${timeZone.replaceAll('_', ' ')}, ${offsetText(times.startsAt, reader)})`;
}

/** "14:32 (Europe/Berlin)" on a clock; for deadlines within the day. */
export function clockText(instant: Date, { timeZone, locale }: Reader): string {
  const time = new Intl.DateTimeFormat(written(locale), { timeZone, timeStyle: 'short' }).format(
    instant,
  );
  return `${time} (${timeZone.replaceAll('_', ' ')})`;
}

function offsetText(instant: Date, { timeZone, locale }: Reader): string {
  const parts = new Intl.DateTimeFormat(written(locale), {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')!.value;
}

function formatter({ timeZone, locale }: Reader): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(written(locale), {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
}

/** The reader's own way of writing dates, where it goes with the language that the sentences are in. */
function written(locale: string): string {
  const { language, locale: usual } = currentLanguage();
  return languageOf(locale) === language && locale.startsWith(`${language}-`) ? locale : usual;
}

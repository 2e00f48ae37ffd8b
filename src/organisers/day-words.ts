// Days and times as an organiser reads them, in the organiser's own zone.
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "Monday 23 November"; today and tomorrow say so. */
export function dayWords(at: Date, now: Date, timeZone: string): string {
  const day = formatter('day', timeZone).format(at);
  const tomorrow = new Date(now.getTime() + 86_400_000);
  if (day === formatter('day', timeZone).format(now)) return say('Today, {day}', { day });
  const isTomorrow = day === formatter('day', timeZone).format(tomorrow);
  return isTomorrow ? say('Tomorrow, {day}', { day }) : day;
}

/** "09:00–09:30" */
export function timeWords(from: Date, to: Date, timeZone: string): string {
  const time = formatter('time', timeZone);
  return `${time.format(from)}–${time.format(to)}`;
}

/** "2026-12-24" → "Thursday 24 December 2026" */
export function dateWords(date: string): string {
  return formatter('date', 'UTC')
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');
}

/** "23 November" */
export function dayMonthWords(at: Date, timeZone: string): string {
  return formatter('dayMonth', timeZone).format(at);
}

/** "23 November, 14:05" */
export function momentWords(at: Date, timeZone: string): string {
  return formatter('moment', timeZone).format(at);
}

/** "12 seconds ago", "just now" */
export function agoWords(at: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000));
  if (seconds < 2) return say('just now');
  if (seconds < 100) return ago(seconds, 'second');
  if (seconds < 100 * 60) return ago(Math.round(seconds / 60), 'minute');
  if (seconds < 36 * 3600) return ago(Math.round(seconds / 3600), 'hour');
  return ago(Math.round(seconds / 86_400), 'day');
}

function ago(count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  return new Intl.RelativeTimeFormat(currentLanguage().locale).format(-count, unit);
}

const looks = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatter(look: keyof typeof looks, timeZone: string): Intl.DateTimeFormat {
  const { locale } = currentLanguage();
  const key = `${locale} ${look} ${timeZone}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(locale, { ...looks[look], timeZone });
  formatters.set(key, made);
  return made;
}

// Days and times as the pages say them. Formatters are made once and kept: making one costs a thousand times its use.
import { dayAt, offsetAt, timeZoneNamed } from '../availability/time-zone.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { languageOf } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import type { SlotTimes } from '../problem.ts';

/** 12: "2:30 pm"; 24: "14:30". */
export type ClockFace = '12' | '24';

/** Whose eyes: the zone always, and the clock they read. */
export type Reader = { timeZone: string; clock: ClockFace };

const millisecondsPerDay = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const ages = new Map<string, Intl.RelativeTimeFormat>();

/** The day, as a day number of availability/dates.ts, on which the instant falls in that zone. */
export function dayIn(timeZone: string, instant: Date): number {
  return dayAt(timeZoneNamed(timeZone), Math.floor(instant.getTime() / 60_000));
}

/** A day number: "Tuesday 24 November". */
export function dayText(day: number): string {
  return formatDay(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Wednesday 20 January 2027": where the year may be another. */
export function fullDayText(day: number): string {
  return dateText(new Date(day * millisecondsPerDay), { timeZone: 'UTC' });
}

/** "2026-11": "November 2026" */
export function monthText(month: string): string {
  const day = Date.parse(`${month}-01T00:00:00Z`) / millisecondsPerDay;
  return formatDay(day, { month: 'long', year: 'numeric' });
}

/** "Tuesday 24 November 2026" */
export function dateText(instant: Date, { timeZone }: Pick<Reader, 'timeZone'>): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const text = formatter({ ...format, timeZone }).format(instant);
  return currentLanguage().language === 'en' ? text.replace(',', '') : text;
}

export function timeText(instant: Date, { timeZone, clock }: Reader): string {
  return formatter({ ...clocks[clock], timeZone }).format(instant);
}

/** "14:30 – 15:00" */
export function timesText({ startsAt, endsAt }: SlotTimes, reader: Reader): string {
  return `${timeText(startsAt, reader)} – ${timeText(endsAt, reader)}`;
}

/** "Europe/Berlin (GMT+1)", the offset being that of the instant. */
export function zoneText(timeZone: string, instant: Date): string {
  return `${timeZone.replaceAll('_', ' ')} (${offsetText(timeZone, instant)})`;
}

export function offsetText(timeZone: string, instant: Date): string {
  const offset = offsetAt(timeZoneNamed(timeZone), Math.floor(instant.getTime() / 60_000));
  const minutes = Math.abs(offset) % 60;
  const hours = Math.floor(Math.abs(offset) / 60);
  if (offset === 0) return 'GMT';
  const sign = offset < 0 ? '−' : '+';
  return `GMT${sign}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** "15 minutes", "1 hour", "1 hour 30 minutes" */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 && unitText(hours, 'hour'),
    minutes % 60 > 0 && unitText(minutes % 60, 'minute'),
  ];
  return parts.filter(Boolean).join(' ');
}

/** "8 seconds ago", "3 minutes ago" */
export function agoText(instant: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - instant.getTime()) / 1000));
  if (seconds < 2) return say('just now');
  const ago = keptFor(ages, '', (locale) => new Intl.RelativeTimeFormat(locale));
  return seconds < 90
    ? ago.format(-seconds, 'second')
    : ago.format(-Math.round(seconds / 60), 'minute');
}

/** Day numbers: "23 – 29 November 2026" */
export function dayRangeText(first: number, last: number): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return formatter(format).formatRange(first * millisecondsPerDay, last * millisecondsPerDay);
}

/** A day number: "Mon 23" */
export function weekdayText(day: number): string {
  return formatDay(day, { weekday: 'short', day: 'numeric' });
}

/** Monday to Sunday. */
export function weekdayNames(): { long: string; short: string }[] {
  const monday = 4;
  return Array.from({ length: 7 }, (_, index) => ({
    long: formatDay(monday + index, { weekday: 'long' }),
    short: formatDay(monday + index, { weekday: 'short' }),
  }));
}

/** Minutes since midnight: "09:30"; the day's end is "24:00". */
export function clockText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** The clock that people of the browser's first language read; of the page's, where another was chosen for it. */
export function clockOf(acceptLanguage: string): ClockFace {
  const [asked = 'en-GB'] = /^[a-z]{2,3}(-[a-z\d]{2,8})*/i.exec(acceptLanguage) ?? [];
  const { language, locale } = currentLanguage();
  const isTheirs = language === 'en' || languageOf(asked) === language;
  const { hour12 } = new Intl.DateTimeFormat([isTheirs ? asked : locale, 'en-GB'], {
    hour: 'numeric',
  }).resolvedOptions();
  return hour12 === true ? '12' : '24';
}

const clocks = {
  '12': { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  '24': { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const;

function unitText(count: number, unit: 'hour' | 'minute'): string {
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return keptFor(numbers, unit, (locale) => new Intl.NumberFormat(locale, format)).format(count);
}

function formatDay(day: number, format: Intl.DateTimeFormatOptions): string {
  return formatter({ ...format, timeZone: 'UTC' }).format(day * millisecondsPerDay);
}

/** Per zone as the zone's owner writes it: names that differ in case only make one entry. */
function formatter(format: Intl.DateTimeFormatOptions & { timeZone: string }): Intl.DateTimeFormat {
  const key = JSON.stringify(format).toLowerCase();
  return keptFor(formatters, key, (locale) => new Intl.DateTimeFormat(locale, format));
}

/** One for the language of the moment, made with its first use. */
function keptFor<Kept>(all: Map<string, Kept>, name: string, make: (locale: string) => Kept): Kept {
  const { locale } = currentLanguage();
  const key = `${locale} ${name}`;
  const kept = all.get(key) ?? make(locale);
  all.set(key, kept);
  return kept;
}

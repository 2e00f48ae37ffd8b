// Dates with hours of their own, time off and bookings, in the words of the organiser's language.
import { dayOf } from '../availability/dates.ts';
import type { OpenInterval } from '../availability/open-hours.ts';
import { dayAt, startOfDay, timeZoneNamed } from '../availability/time-zone.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import type { DateRange } from './date-ranges.ts';

const millisecondsPerDay = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** "Thu, 24 Dec 2026 – Wed, 6 Jan 2027" */
export function rangeText({ from, to }: Pick<DateRange, 'from' | 'to'>): string {
  const format = formatter('date', 'UTC');
  return format.formatRange(dayOf(from) * millisecondsPerDay, dayOf(to) * millisecondsPerDay);
}

/** "09:00–12:00, 14:00–17:00", or that it is closed. */
export function intervalsText(intervals: readonly OpenInterval[]): string {
  if (intervals.length === 0) return say('Closed');
  return listText(intervals.map(({ opens, closes }) => `${opens}–${closes}`));
}

type Span = { startsAt: Date; endsAt: Date };

/** "Tue, 24 Nov 2026, 10:30 – 19:00"; whole days as days. */
export function offText({ startsAt, endsAt }: Span, timeZone: string): string {
  const isWhole = [startsAt, endsAt].every((at) => isMidnight(at, timeZone));
  const lastMoment = new Date(endsAt.getTime() - 1);
  return isWhole
    ? formatter('date', timeZone).formatRange(startsAt, lastMoment)
    : momentsText({ startsAt, endsAt }, timeZone);
}

/** "Tue, 24 Nov 2026, 10:00 – 10:30" */
export function momentsText({ startsAt, endsAt }: Span, timeZone: string): string {
  return formatter('moment', timeZone).formatRange(startsAt, endsAt);
}

function isMidnight(at: Date, timeZone: string): boolean {
  const minute = Math.floor(at.getTime() / 60_000);
  const zone = timeZoneNamed(timeZone);
  return startOfDay(zone, dayAt(zone, minute)) === minute;
}

export function listText(words: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage().locale, { type: 'conjunction' }).format(words);
}

const looks = {
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  moment: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatter(look: keyof typeof looks, timeZone: string): Intl.DateTimeFormat {
  const { locale } = currentLanguage();
  const key = `${locale} ${look} ${timeZone}`;
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...looks[look], timeZone });
  formatters.set(key, kept);
  return kept;
}

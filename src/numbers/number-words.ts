// Counts, shares, days and hours in the reader's language.
import { dayOf } from '../availability/dates.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import { clockText } from '../web/dates.ts';
import type { LeadCount } from './lead-times.ts';

const none = '–';

export function countText(count: number): string {
  return new Intl.NumberFormat(currentLanguage().locale).format(count);
}

/** "15%"; a dash for a part of nothing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return none;
  return new Intl.NumberFormat(currentLanguage().locale, { style: 'percent' }).format(part / whole);
}

/** "3 of 20"; nothing of nothing. */
export function partText(part: number, whole: number): string | false {
  return whole > 0 && say('{part} of {whole}', { part: countText(part), whole: countText(whole) });
}

/** "3 days"; null: a dash. */
export function aheadText(days: number | null): string {
  if (days === null) return none;
  return days === 0 ? say('same day') : daysFormat('long').format(days);
}

/** "Same day", "2–3 days", "More than 30 days". */
export function leadText({ fromDays, toDays }: LeadCount): string {
  if (fromDays === 0) return say('Same day');
  if (toDays === null)
    return say('More than {days}', { days: daysFormat('long').format(fromDays - 1) });
  return daysRange(fromDays, toDays, 'long');
}

/** For below a bar: "0d", "2–3d", "> 30d". */
export function shortLeadText({ fromDays, toDays }: LeadCount): string {
  if (toDays === null) return `> ${daysFormat('narrow').format(fromDays - 1)}`;
  return daysRange(fromDays, toDays, 'narrow');
}

/** Intl calls a range within one day approximate. */
function daysRange(from: number, to: number, unitDisplay: 'long' | 'narrow'): string {
  const format = daysFormat(unitDisplay);
  return from === to ? format.format(from) : format.formatRange(from, to);
}

function daysFormat(unitDisplay: 'long' | 'narrow'): Intl.NumberFormat {
  const unit = { style: 'unit', unit: 'day', unitDisplay } as const;
  return new Intl.NumberFormat(currentLanguage().locale, unit);
}

export function hourText(hour: number): string {
  return clockText(hour * 60);
}

/** "2026-11-23": "23 Nov" */
export function shortDate(date: string): string {
  const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(currentLanguage().locale, format).format(dayOf(date) * 86_400_000);
}

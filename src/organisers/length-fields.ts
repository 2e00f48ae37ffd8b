// The lengths and the notice of an event type as fields of a plain form, and back.
import type { Fields } from './event-type-form.ts';

export const noticeUnits = { minutes: 1, hours: 60, days: 24 * 60 } as const;

/** The lengths beside the one that is chosen already, with commas between. */
export function lengthsOf(fields: Fields): { durations: (number | string | undefined)[] } {
  const others = (fields['otherDurations'] ?? '').split(/[\s,;]+/).filter(Boolean);
  return { durations: [fields['durationMinutes'], ...others].map(numberOf) };
}

/** In the largest unit that it is a whole number of. */
export function noticeFields(minutes: number): Fields {
  const unit = minutes === 0 ? 'hours' : unitOf(minutes);
  return {
    minimumNoticeMinutes: String(minutes / noticeUnits[unit]),
    minimumNoticeUnit: unit,
  };
}

export function noticeOf(fields: Fields): number | string | undefined {
  const amount = numberOf(fields['minimumNoticeMinutes']);
  const unit = fields['minimumNoticeUnit'] ?? 'minutes';
  if (typeof amount !== 'number' || !isUnit(unit)) return amount;
  return amount * noticeUnits[unit];
}

export function numberOf(text: string | undefined): number | string | undefined {
  if (!text) return undefined;
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function unitOf(minutes: number): keyof typeof noticeUnits {
  if (minutes % noticeUnits.days === 0) return 'days';
  return minutes % noticeUnits.hours === 0 ? 'hours' : 'minutes';
}

function isUnit(word: string): word is keyof typeof noticeUnits {
  return Object.hasOwn(noticeUnits, word);
}

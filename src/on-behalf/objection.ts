// What speaks against a time that an organiser chooses for somebody else, and is theirs to decide. That another booking
// has the time is none of these: nobody decides that away.
import type { Period } from '../calendars/calendar.ts';

export type Objection =
  | { is: 'outside_hours' }
  | { is: 'day_full'; cap: number }
  /** Google has something there. */
  | { is: 'busy'; calendarName: string; period: Period };

export const objectionWords = ['outside_hours', 'day_full', 'busy'] as const;

export type ObjectionWord = (typeof objectionWords)[number];

/** By their words, or by the key of just those that were read. */
export type Acceptance = { words: readonly ObjectionWord[] } | { key: string };

export function isAccepted(objections: readonly Objection[], acceptance: Acceptance): boolean {
  if (objections.length === 0) return true;
  if ('key' in acceptance) return acceptance.key === keyOf(objections);
  return objections.every(({ is }) => acceptance.words.includes(is));
}

/** The same for the same objections: a new one is not accepted with the old ones. */
export function keyOf(objections: readonly Objection[]): string {
  return objections.map(wordsOf).join('; ');
}

function wordsOf(objection: Objection): string {
  if (objection.is !== 'busy') return objection.is;
  const { from, to } = objection.period;
  return `${objection.calendarName} ${from.toISOString()}/${to.toISOString()}`;
}

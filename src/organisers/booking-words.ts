// What a booking's record holds, in an organiser's words.
import type { OwnBooking } from './own-booking.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "First visit", "2nd visit", by how many took place before it. */
export function visitWords(visitsBefore: number): string {
  if (visitsBefore === 0) return 'First visit';
  const visit = visitsBefore + 1;
  return `${visit}${endings[ordinals.select(visit)] ?? 'th'} visit`;
}

/** Each answer by its question; by the key made readable, where the question has been taken away since. */
export function labelledAnswers({ attendee, eventType }: OwnBooking): [string, string][] {
  const labels = new Map(eventType.questions.map(({ key, label }) => [key, label]));
  return Object.entries(attendee?.answers ?? {}).map(([key, answer]) => [
    labels.get(key) ?? readable(key),
    answer,
  ]);
}

function readable(key: string): string {
  const words = key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

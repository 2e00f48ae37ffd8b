// What a booking's record holds, in an organiser's words.
import type { OwnAttendee } from './own-booking.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "First visit", "2nd visit", by how many took place before it. */
export function visitWords(visitsBefore: number): string {
  if (visitsBefore === 0) return 'First visit';
  const visit = visitsBefore + 1;
  return `${visit}${endings[ordinals.select(visit)] ?? 'th'} visit`;
}

type Answered = Pick<OwnAttendee, 'answers' | 'askedQuestions'>;

/** Each answer by its question, in the order of the form; what no question is known of comes last, by its key. */
export function labelledAnswers({ answers, askedQuestions }: Answered): [string, string][] {
  const labels = new Map(askedQuestions.map(({ key, label }) => [key, label]));
  const keys = new Set([...labels.keys(), ...Object.keys(answers ?? {})]);
  return [...keys]
    .map((key): [string, string | undefined] => [labels.get(key) ?? readable(key), answers?.[key]])
    .filter((pair): pair is [string, string] => pair[1] !== undefined);
}

function readable(key: string): string {
  const words = key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

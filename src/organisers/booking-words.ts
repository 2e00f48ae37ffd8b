// What a booking's record holds, in an organiser's words.
import { answerText } from '../event-types/answer-text.ts';
import { say } from '../languages/say.ts';
import type { OwnAttendee } from './own-booking.ts';

/** "First visit", "2nd visit", by how many took place before it. */
export function visitWords(visitsBefore: number): string {
  if (visitsBefore === 0) return say('First visit');
  return say(
    '{visit, selectordinal, one {#st visit} two {#nd visit} few {#rd visit} other {#th visit}}',
    { visit: visitsBefore + 1 },
  );
}

type Answered = Pick<OwnAttendee, 'answers' | 'askedQuestions'>;

/** Each answer by its question, in the order of the form; what no question is known of comes last, by its key. */
export function labelledAnswers({ answers, askedQuestions }: Answered): [string, string][] {
  const labels = new Map(askedQuestions.map(({ key, label }) => [key, label]));
  const keys = new Set([...labels.keys(), ...Object.keys(answers ?? {})]);
  return [...keys]
    .filter((key) => answers?.[key] !== undefined)
    .map((key) => [labels.get(key) ?? readable(key), answerText(answers![key]!)]);
}

function readable(key: string): string {
  const words = key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

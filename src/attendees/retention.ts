// How long what the form asked is kept after the visit, and how attendees are told so.
import type { Asks, Question } from '../event-types/event-type.ts';

export const retainedFields = ['age', 'gender', 'address', 'answers', 'phone', 'note'] as const;

export type RetainedField = (typeof retainedFields)[number];

/** In days after the visit; null: kept. */
export type Retention = Record<RetainedField, number | null>;

export const fieldWords: Record<RetainedField, string> = {
  age: 'age',
  gender: 'gender',
  address: 'address',
  answers: 'your answers',
  phone: 'phone number',
  note: 'your note',
};

/** "Age, gender and address are erased 30 days after your visit."; null when nothing that is asked is ever erased. */
export function retentionSentence(
  retention: Retention,
  asked: { asks: Asks; questions: readonly Question[] },
): string | null {
  const erased = retainedFields.filter((field) => isAsked(field, asked) && retention[field]);
  const byDays = [...Map.groupBy(erased, (field) => retention[field]!)];
  const clauses = byDays
    .toSorted(([one], [other]) => one - other)
    .map(([days, fields], index) => clause(fields, days, index === 0));
  if (clauses.length === 0) return null;
  const sentence = clauses.join('; ');
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

function isAsked(
  field: RetainedField,
  { asks, questions }: { asks: Asks; questions: readonly Question[] },
): boolean {
  if (field === 'answers') return questions.length > 0;
  return field === 'note' || asks[field] !== 'off';
}

function clause(fields: readonly RetainedField[], days: number, isFirst: boolean): string {
  const isPlural = fields.length > 1 || fields[0] === 'answers';
  const length = days === 1 ? '1 day' : `${days} days`;
  const words = listed(fields.map((field) => fieldWords[field]));
  return isFirst
    ? `${words} ${isPlural ? 'are' : 'is'} erased ${length} after your visit`
    : `${words} after ${length}`;
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
}

// How long what the form asked is kept after the visit, and how attendees are told so.
import type { Asks, Question } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { listText } from '../schedules/hours-words.ts';

export const retainedFields = ['age', 'gender', 'address', 'answers', 'phone', 'note'] as const;

export type RetainedField = (typeof retainedFields)[number];

/** In days after the visit; null: kept. */
export type Retention = Record<RetainedField, number | null>;

type Asked = { asks: Asks; questions: readonly Question[] };

/** A form that asks for all there is to ask. */
export const askedEverything: Asked = {
  asks: {
    phone: 'optional',
    age: 'optional',
    gender: 'optional',
    address: 'optional',
    newPatient: 'optional',
  },
  questions: [{ key: 'any', label: '', kind: 'short', isRequired: false }],
};

const fieldWords: Record<RetainedField, () => string> = {
  age: () => say('your age'),
  gender: () => say('your gender'),
  address: () => say('your address'),
  answers: () => say('your answers'),
  phone: () => say('your phone number'),
  note: () => say('your note'),
};

/**
 * "After your visit these are erased: your age and your gender after 30 days; all else is kept until you ask Dr Noor to
 * erase it." What is not asked is not told.
 */
export function retentionSentence(
  retention: Retention,
  asked: Asked,
  { name: organiser }: { name: string },
): string {
  const erased = retainedFields.filter((field) => isAsked(field, asked) && retention[field]);
  const byDays = [...Map.groupBy(erased, (field) => retention[field]!)];
  const parts = byDays
    .toSorted(([one], [other]) => one - other)
    .map(([days, fields]) => partWords(fields, days));
  if (parts.length === 0)
    return say('What you type is kept until you ask {organiser} to erase it.', { organiser });
  return say(
    'After your visit these are erased: {erased}; all else is kept until you ask {organiser} to erase it.',
    { erased: listText(parts), organiser },
  );
}

function isAsked(field: RetainedField, { asks, questions }: Asked): boolean {
  if (field === 'answers') return questions.length > 0;
  return field === 'note' || asks[field] !== 'off';
}

function partWords(fields: readonly RetainedField[], days: number): string {
  const what = listText(fields.map((field) => fieldWords[field]()));
  return say('{what} after {days, plural, one {# day} other {# days}}', { what, days });
}

// An event type's own questions as rows of a plain form, and back. A row whose question is emptied is gone.
import type { Question } from '../event-types/event-type.ts';
import type { Fields } from './event-type-form.ts';
import { slugOf } from './slug.ts';

const mostQuestions = 20;

export function questionFields(questions: readonly Question[]): Fields {
  return Object.fromEntries(
    questions.flatMap(({ key, label, kind, isRequired }, row) => [
      [`question-${row}-key`, key],
      [`question-${row}-label`, label],
      [`question-${row}-kind`, kind],
      [`question-${row}-isRequired`, isRequired ? 'yes' : 'no'],
    ]),
  );
}

/** The rows that say something, by number. */
export function rowsOf(fields: Fields): number[] {
  const rows = Array.from({ length: mostQuestions + 1 }, (_, row) => row);
  return rows.filter((row) => fields[`question-${row}-label`]);
}

export function questionsOf(fields: Fields): object[] {
  const taken = new Set(rowsOf(fields).map((row) => fields[`question-${row}-key`]));
  return rowsOf(fields).map((row) => ({
    key: fields[`question-${row}-key`] || newKey(fields[`question-${row}-label`]!, taken),
    label: fields[`question-${row}-label`],
    kind: fields[`question-${row}-kind`],
    isRequired: fields[`question-${row}-isRequired`] === 'yes',
  }));
}

/** Answers are kept by key: a question keeps the one it has, and a new one takes none that another has. */
function newKey(label: string, taken: Set<string | undefined>): string {
  const word = slugOf(label).slice(0, 30) || 'question';
  let number = 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  taken.add(`${word}-${number}`);
  return `${word}-${number}`;
}

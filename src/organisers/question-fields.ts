// An event type's own questions as rows of a plain form, and back. A row whose question is emptied is gone.
import type { Question } from '../event-types/event-type.ts';
import { mostQuestions } from '../event-types/question-input.ts';
import type { Fields } from './event-type-form.ts';
import { slugOf } from './slug.ts';

export const questionParts = ['key', 'label', 'kind', 'isRequired', 'options'] as const;

export function questionFields(questions: readonly Question[]): Fields {
  return Object.assign({}, ...questions.map(rowFields)) as Fields;
}

/** The rows on the page, by number. */
export function shownRows(fields: Fields): number[] {
  const rows = Array.from({ length: mostQuestions + 1 }, (_, row) => row);
  return rows.filter((row) => fields[`question-${row}-label`] !== undefined);
}

/** Those that say something: a new one without a question, but with answers to choose from, is to be mended. */
export function rowsOf(fields: Fields): number[] {
  const part = (row: number, name: string) => fields[`question-${row}-${name}`];
  return shownRows(fields).filter(
    (row) => part(row, 'label') || (part(row, 'options') && !part(row, 'key')),
  );
}

export function questionsOf(fields: Fields): object[] {
  const taken = new Set(rowsOf(fields).map((row) => fields[`question-${row}-key`]));
  return rowsOf(fields).map((row) => questionOf(partsOf(fields, row), taken));
}

function questionOf(row: ReturnType<typeof partsOf>, taken: Set<string | undefined>): object {
  const { label, kind } = row;
  const key = row.key || newKey(label, taken);
  const question = { key, label, kind, isRequired: row.isRequired === 'yes' };
  return isChosenFrom(kind) ? { ...question, options: linesOf(row.options) } : question;
}

export function partsOf(
  fields: Fields,
  row: number,
): Record<(typeof questionParts)[number], string> {
  const part = (name: string) => fields[`question-${row}-${name}`] ?? '';
  return {
    key: part('key'),
    label: part('label'),
    kind: part('kind'),
    isRequired: part('isRequired'),
    options: part('options'),
  };
}

export function isChosenFrom(kind: string | undefined): boolean {
  return kind === 'choice' || kind === 'several';
}

function rowFields(question: Question, row: number): Fields {
  return {
    [`question-${row}-key`]: question.key,
    [`question-${row}-label`]: question.label,
    [`question-${row}-kind`]: question.kind,
    [`question-${row}-isRequired`]: question.isRequired ? 'yes' : 'no',
    [`question-${row}-options`]: 'options' in question ? question.options.join('\n') : '',
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Answers are kept by key: a question keeps the one it has, and a new one takes none that another has. */
function newKey(label: string, taken: Set<string | undefined>): string {
  const word = slugOf(label).slice(0, 30) || 'question';
  let number = 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  taken.add(`${word}-${number}`);
  return `${word}-${number}`;
}

// How attendees are told what becomes of what they type.
import { expect, test } from '@jest/globals';
import { type Retention, retentionSentence } from '../../src/attendees/retention.ts';
import type { Asks, Question } from '../../src/event-types/event-type.ts';

const asks: Asks = {
  phone: 'required',
  age: 'optional',
  gender: 'optional',
  address: 'optional',
  newPatient: 'optional',
};
const keepAll: Retention = {
  age: null,
  gender: null,
  address: null,
  answers: null,
  phone: null,
  note: null,
};
const nothingGoes = 'What you type is kept until you ask Dr Noor to erase it.';
const question: Question = { key: 'why', label: 'Why?', kind: 'short', isRequired: false };

test.each<[string, Partial<Retention>, Partial<Asks>, Question[], string]>([
  [
    'fields of one time are told together',
    { age: 30, gender: 30, address: 30 },
    {},
    [],
    'After your visit these are erased: your age, your gender and your address after 30 days; all else is kept until you ask Dr Noor to erase it.',
  ],
  [
    'one field',
    { age: 1 },
    {},
    [],
    'After your visit these are erased: your age after 1 day; all else is kept until you ask Dr Noor to erase it.',
  ],
  [
    'what is not asked is not told',
    { age: 30, gender: 30 },
    { gender: 'off' },
    [],
    'After your visit these are erased: your age after 30 days; all else is kept until you ask Dr Noor to erase it.',
  ],
  [
    'the shortest time comes first',
    { age: 30, answers: 7 },
    {},
    [question],
    'After your visit these are erased: your answers after 7 days and your age after 30 days; all else is kept until you ask Dr Noor to erase it.',
  ],
  ['no question, no answer', { answers: 7 }, {}, [], nothingGoes],
  ['nothing is erased', {}, {}, [question], nothingGoes],
])('%s', (_, retention, asked, questions, sentence) => {
  const told = retentionSentence(
    { ...keepAll, ...retention },
    { asks: { ...asks, ...asked }, questions },
    { name: 'Dr Noor' },
  );

  expect(told).toBe(sentence);
});

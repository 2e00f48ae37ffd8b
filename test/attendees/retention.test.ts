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
const question: Question = { key: 'why', label: 'Why?', kind: 'short', isRequired: false };

test.each<[string, Partial<Retention>, Partial<Asks>, Question[], string | null]>([
  [
    'fields of one time are told together',
    { age: 30, gender: 30, address: 30 },
    {},
    [],
    'Age, gender and address are erased 30 days after your visit.',
  ],
  ['one field', { age: 1 }, {}, [], 'Age is erased 1 day after your visit.'],
  [
    'what is not asked is not told',
    { age: 30, gender: 30 },
    { gender: 'off' },
    [],
    'Age is erased 30 days after your visit.',
  ],
  [
    'the shortest time comes first',
    { age: 30, answers: 7 },
    {},
    [question],
    'Your answers are erased 7 days after your visit; age after 30 days.',
  ],
  ['no question, no answer', { answers: 7 }, {}, [], null],
  ['nothing is erased', {}, {}, [question], null],
])('%s', (_, retention, asked, questions, sentence) => {
  const told = retentionSentence(
    { ...keepAll, ...retention },
    { asks: { ...asks, ...asked }, questions },
  );

  expect(told).toBe(sentence);
});

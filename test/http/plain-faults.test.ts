import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readInput } from '../../src/http/input.ts';
import { inLanguage } from '../../src/languages/current-language.ts';
import type { Problem } from '../../src/problem.ts';
import { unmarkedIn } from '../languages/unmarked.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';

const faults: [z.ZodType, unknown, string][] = [
  [z.string(), 5, 'This must be text.'],
  [z.number(), '5', 'Give a number.'],
  [z.int(), 5.5, 'Give a whole number.'],
  [z.boolean(), 'yes', 'Say true or false.'],
  [z.array(z.string()), {}, 'This must be a list.'],
  [z.object({}), [], 'This must be an object.'],
  [z.enum(['one', 'two']), 'three', 'Say one of these: one, two.'],
  [z.string().min(2), '1', 'Give at least 2 characters.'],
  [z.string().max(1), '12', 'Give at most 1 character.'],
  [z.array(z.int()).min(1), [], 'Give at least 1 entry.'],
  [z.array(z.int()).max(2), [1, 2, 3], 'Give at most 2 entries.'],
  [z.number().min(2), 1, 'Give at least 2.'],
  [z.number().max(2), 3, 'Give at most 2.'],
  [z.number().multipleOf(5), 3, 'Give a multiple of 5.'],
  [z.uuid(), 'no', 'This is not written as it should be.'],
  [z.string().refine(() => false), 'no', 'This is not written as it should be.'],
  [z.union([z.uuid(), z.int()]), 'no', 'This is not written as it should be.'],
  [z.string(), undefined, 'This is needed.'],
];

test.each(faults)('a fault that its schema has no words for is told plainly: %#', (...fault) => {
  const [schema, value, message] = fault;

  expect(messageOf(schema, value)).toBe(message);
});

test('and in the language of whoever sent it', () => {
  const stopPretending = pretendToSpeak('de');

  const messages = inLanguage('de', () =>
    faults.map(([schema, value]) => messageOf(schema, value)),
  );
  stopPretending();

  expect(messages.flatMap((message) => unmarkedIn(message, []))).toEqual([]);
});

test('what a schema says of itself comes first', () => {
  const schema = z.string({ error: 'Say something.' }).max(2, { error: 'Be brief.' });

  expect(messageOf(schema, 5)).toBe('Say something.');
  expect(messageOf(schema, 'long')).toBe('Be brief.');
});

function messageOf(schema: z.ZodType, value: unknown): string {
  try {
    readInput(z.object({ field: schema }), { field: value });
    throw new Error('There is no fault.');
  } catch (error) {
    return (error as Problem).errors![0]!.message;
  }
}

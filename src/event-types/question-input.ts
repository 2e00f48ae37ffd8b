// An event type's own questions, as its organiser writes them.
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { text } from './field-input.ts';

export const mostQuestions = 20;
export const mostOptions = 20;

const shared = {
  key: z.string().regex(/^[\w-]{1,40}$/, {
    error: () => say('Use up to 40 letters, digits, hyphens and underscores.'),
  }),
  label: text(200, () => say('Write the question.')),
  isRequired: z.boolean(),
};

const options = z
  .array(text(100, () => say('Write the answer.')))
  .min(2, { error: () => say('Give two answers or more to choose from.') })
  .max(mostOptions, {
    error: () => say('Give at most {count} answers.', { count: mostOptions }),
  })
  .refine(areApart, { error: () => say('Give each answer once.') });

const question = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...shared, kind: z.enum(['short', 'long', 'yes_no']) }),
    z.strictObject({ ...shared, kind: z.enum(['choice', 'several']), options }),
  ],
  { error: () => say('Say short, long, choice, several or yes_no.') },
);

export const questions = z
  .array(question)
  .max(mostQuestions, {
    error: () => say('Ask at most {count} questions.', { count: mostQuestions }),
  })
  .refine((all) => areApart(all.map(({ key }) => key)), {
    error: () => say('Each question needs a key of its own.'),
  });

function areApart(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

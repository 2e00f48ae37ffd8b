// Input of a page's form: faults come under the names that the page's fields have.
import type { z } from 'zod';
import { invalidInput, readInput } from '../http/input.ts';
import { isProblem } from '../problem.ts';
import type { Pair } from './editor-draft.ts';

/** Throws invalid_input. */
export function readNamed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  nameOf: (field: string) => string,
): z.infer<Schema> {
  try {
    return readInput(schema, input);
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    const errors = error.errors ?? [];
    throw invalidInput(errors.map(({ field, message }) => ({ field: nameOf(field), message })));
  }
}

/** `weekly.3.closes`, by a pattern that catches index and side, is the field of the fourth of those pairs. */
export function pairField(pattern: RegExp, field: string, pairs: readonly Pair[]): string {
  const [, index, side] = pattern.exec(field) ?? [];
  const pair = index === undefined ? undefined : pairs[Number(index)];
  return pair ? `${pair.name}-${side}` : field;
}

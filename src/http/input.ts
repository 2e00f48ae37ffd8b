// Input is read once, at the door, by a zod schema; every fault is named in one answer.
import type { Context } from 'koa';
import type { z } from 'zod';
import { say } from '../languages/say.ts';
import { type FieldError, Problem } from '../problem.ts';
import { plainFault } from './plain-faults.ts';

export function readQuery<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.infer<Schema> {
  return readInput(schema, ctx.query);
}

/** The request's body, JSON or form, as the body parser left it; none at all is an empty one. */
export function readBody<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.infer<Schema> {
  const isEmpty = ctx.request.length === 0;
  if (!isEmpty && ctx.is('json', 'application/x-www-form-urlencoded') === false)
    throw new Problem(
      'unsupported_media_type',
      say('Send JSON, with Content-Type application/json.'),
    );
  return readInput(schema, (ctx.request as { body?: unknown }).body ?? {});
}

/** Throws invalid_input naming every field at fault. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(input, { reportInput: true, error: plainFault });
  if (result.success) return result.data;
  throw invalidInput(eachOnce(result.error.issues.flatMap(fieldErrors)));
}

export function invalidInput(errors: FieldError[]): Problem {
  const names = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message));
  return new Problem(
    'invalid_input',
    say('Please check what you sent. {faults}', { faults: names.join(' ') }),
    {
      errors,
    },
  );
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: say('This is not a known field.'),
    }));
  return [{ field: path.join('.'), message: sentence(issue) }];
}

function sentence(issue: z.core.$ZodIssue): string {
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  if (isMissing) return say('This is needed.');
  return /[.!?।]$/u.test(issue.message) ? issue.message : `${issue.message}.`;
}

/** A field may fail several checks for one and the same reason. */
function eachOnce(errors: FieldError[]): FieldError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

// What is said of a field where its schema says nothing of its own: a value of the wrong kind, too long, too many.
import type { z } from 'zod';
import { say } from '../languages/say.ts';

type Issue = z.core.$ZodRawIssue;

export function plainFault(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (kinds[issue.expected] ?? notRight)();
    case 'invalid_value':
      return say('Say one of these: {words}.', { words: issue.values.map(String).join(', ') });
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'not_multiple_of':
      return say('Give a multiple of {step}.', { step: issue.divisor });
    default:
      return notRight();
  }
}

const notRight = () => say('This is not written as it should be.');
const number = () => say('Give a number.');
const object = () => say('This must be an object.');

const kinds: Record<string, (() => string) | undefined> = {
  string: () => say('This must be text.'),
  number,
  int: () => say('Give a whole number.'),
  boolean: () => say('Say true or false.'),
  array: () => say('This must be a list.'),
  object,
  record: object,
};

function tooSmall({ origin, minimum: least }: Extract<Issue, { code: 'too_small' }>): string {
  const count = Number(least);
  if (origin === 'string')
    return say('Give at least {count, plural, one {# character} other {# characters}}.', { count });
  if (origin === 'array')
    return say('Give at least {count, plural, one {# entry} other {# entries}}.', { count });
  return say('Give at least {least}.', { least: count });
}

function tooBig({ origin, maximum: most }: Extract<Issue, { code: 'too_big' }>): string {
  const count = Number(most);
  if (origin === 'string')
    return say('Give at most {count, plural, one {# character} other {# characters}}.', { count });
  if (origin === 'array')
    return say('Give at most {count, plural, one {# entry} other {# entries}}.', { count });
  return say('Give at most {most}.', { most: count });
}

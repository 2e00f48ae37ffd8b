// The plain fields of an event type, with what is said of each that is at fault.
import { z } from 'zod';
import { say } from '../languages/say.ts';

export function minutes(from: number, to: number) {
  return wholeNumber(from, to);
}

export function fives(from: number, to: number) {
  return minutes(from, to).multipleOf(5, { error: () => say('Give a multiple of 5 minutes.') });
}

export function wholeNumber(from: number, to: number) {
  return z
    .int({ error: () => say('Give a whole number.') })
    .min(from, { error: () => say('Give at least {least}.', { least: from }) })
    .max(to, { error: () => say('Give at most {most}.', { most: to }) });
}

export function text(longest: number, whenEmpty: () => string) {
  return z
    .string()
    .trim()
    .min(1, { error: whenEmpty })
    .max(longest, { error: () => say('Keep it below {count} characters.', { count: longest }) });
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  const error = () => say('Say one of these: {words}.', { words: words.join(', ') });
  return z.enum(words, { error });
}

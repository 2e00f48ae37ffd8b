// To a program: what speaks against a time, each with the word that accepts it.
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import { objectionSentence } from './objection-words.ts';
import type { Objection } from './objection.ts';

export function objected(objections: readonly Objection[], timeZone: string): Problem {
  const errors = objections.map((objection) => ({
    field: `accept.${objection.is}`,
    message: objectionSentence(objection, timeZone),
  }));
  const reasons = errors.map(({ message }) => message).join(' ');
  const message = say('{reasons} Nothing is changed; to have it all the same, accept that.', {
    reasons,
  });
  return new Problem('slot_not_offered', message, { errors });
}

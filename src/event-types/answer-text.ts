// An answer to an event type's own question, in words.
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import type { Answer } from './event-type.ts';

export function answerText(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? say('Yes') : say('No');
  if (typeof answer === 'string') return answer;
  return new Intl.ListFormat(currentLanguage().locale, { type: 'unit' }).format(answer);
}

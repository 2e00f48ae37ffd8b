// What a reader of German sees of a mail, all of it, and what of that was never said by `say`.
import { inLanguage } from '../../src/languages/current-language.ts';
import { type Message, messageHtml, messageText } from '../../src/mail/message.ts';
import { german, unmarkedIn } from './unmarked.ts';

/** `known`: names, addresses, and what people typed. */
export function unmarkedInMail(compose: () => Message, known: readonly string[]): string[] {
  const seen = inLanguage('de', () => {
    const message = compose();
    return `${message.subject}\n${messageText(message)}\n${messageHtml(message, 'de')}`;
  });
  return unmarkedIn(seen, [...known, ...german, 'um', 'und', 'Europe/Berlin', 'America/New York']);
}

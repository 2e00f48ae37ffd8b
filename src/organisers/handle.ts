// The word in an organiser's link. Never a word that the service's own addresses use, never one given before.
import { say } from '../languages/say.ts';

export const handlePattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

const longest = 40;

/** First words of our own addresses, and words that a stranger would take for the service itself. */
const reserved = new Set(
  `about account admin administrator administrators api app assets auth billing bookings calendar calendars check-in
  confirm contact docs event-types events google healthz help hello holds home imprint index language languages legal line login logout mail
  me metrics new null notifications organiser organisers organizer organizers privacy readyz robots sandbox security
  settings sign-in sign-out signin signout static status support system terms texts undefined waiting-line
  webhooks www`.split(/\s+/),
);

export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle);
}

/** What is wrong with a handle, in words for the organiser; null when it may be used (if nobody ever had it). */
export function handleFault(handle: string): string | null {
  if (!handlePattern.test(handle))
    return say(
      'Use 1 to 40 small letters, digits and hyphens, with a letter or digit at both ends.',
    );
  if (isReservedHandle(handle)) return say('This word is needed for the service itself.');
  return null;
}

/** "Ada.Lovelace+work@example.com" → ada-lovelace, ada-lovelace-2, ada-lovelace-3 … without end. */
export function* handlesFor(email: string): Generator<string, never> {
  const word = wordOf(email.split('@')[0]!.split('+')[0]!) || 'calendar';
  if (!isReservedHandle(word)) yield word;
  for (let number = 2; ; number += 1) {
    yield `${word.slice(0, longest - `-${number}`.length)}-${number}`;
  }
}

function wordOf(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
}

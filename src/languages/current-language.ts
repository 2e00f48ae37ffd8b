// The language of the moment: that of the request being answered, or of the person whom a mail is written to.
// It travels beside the calls, as the clock on the wall does: what says words need not be handed it by hand.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Language, localeOf } from './language.ts';

export type Spoken = { language: Language; /** BCP 47, for Intl. */ locale: string };

const spoken = new AsyncLocalStorage<Spoken>();
const english = Object.freeze(inFull('en'));

/** English where nobody has said otherwise. */
export function currentLanguage(): Readonly<Spoken> {
  return spoken.getStore() ?? english;
}

/** All that `work` says, also later in its promises, is said in this language. */
export function inLanguage<Result>(language: Language, work: () => Result): Result {
  return spoken.run(inFull(language), work);
}

/** From here on, within the `inLanguage` that we are in: for a request whose person turns out to prefer another. */
export function speak(language: Language): void {
  const moment = spoken.getStore();
  if (moment) Object.assign(moment, inFull(language));
}

function inFull(language: Language): Spoken {
  return { language, locale: localeOf(language) };
}

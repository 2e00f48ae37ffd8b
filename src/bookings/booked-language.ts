// A booking's pages speak the language it was made in, as its mails do, unless another was chosen in this browser.
import type { Middleware } from 'koa';
import { chosenLanguage } from '../http/language.ts';
import { speak } from '../languages/current-language.ts';
import { languageOf } from '../languages/language.ts';
import type { Parts } from '../parts.ts';
import { findLocales } from './booking-queries.ts';
import { tokenOf } from './page-reader.ts';

/** For pages at `/…/:token`, whosever link it is: the attendee's, or that of the organiser's mails. */
export function bookedLanguage(
  { config, database, tokens }: Pick<Parts, 'config' | 'database' | 'tokens'>,
  whose: 'attendee' | 'organiser',
): Middleware {
  return async function speakAsBooked(ctx, next) {
    const id = tokens.idOf(tokenOf(ctx));
    if (id !== null && chosenLanguage(ctx, config.publicUrl) === null) {
      const locale = (await findLocales(database, id))?.[whose];
      if (locale) speak(languageOf(locale));
    }
    await next();
  };
}

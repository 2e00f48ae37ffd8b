// The language of a request: the one chosen in this browser, else the first that the browser asks for and we speak.
import type { Context, Middleware } from 'koa';
import { inLanguage, speak } from '../languages/current-language.ts';
import { isLanguage, type Language, languages } from '../languages/language.ts';
import { clearCookie, cookieName, readCookie, setCookie } from './cookies.ts';

const yearMs = 365 * 86_400_000;

export function language(publicUrl: string): Middleware {
  return async function speakTheirLanguage(ctx, next) {
    await inLanguage(chosenLanguage(ctx, publicUrl) ?? askedLanguage(ctx), next);
    if (ctx.type === 'text/html') ctx.vary('Accept-Language');
  };
}

/** From here on, and for a year in this browser. */
export function keepLanguage(ctx: Context, publicUrl: string, chosen: Language): void {
  setCookie(ctx, cookieName('language', publicUrl), chosen, { maxAge: yearMs });
  speak(chosen);
}

/** What is chosen elsewhere counts from then on. */
export function forgetLanguage(ctx: Context, publicUrl: string): void {
  clearCookie(ctx, cookieName('language', publicUrl));
}

/** What was chosen by hand in this browser wins over all else. */
export function chosenLanguage(ctx: Context, publicUrl: string): Language | null {
  const word = readCookie(ctx, cookieName('language', publicUrl));
  return word !== null && isLanguage(word) ? word : null;
}

function askedLanguage(ctx: Context): Language {
  const asked = ctx.acceptsLanguages(...languages);
  return typeof asked === 'string' && isLanguage(asked) ? asked : 'en';
}

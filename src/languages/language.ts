// The languages that pages and mails speak, and how a language tag of a person's is understood as one of them.

export const languages = ['en', 'es', 'de', 'fr', 'hi'] as const;

export type Language = (typeof languages)[number];

/** Each by its own name: people look for the word they know. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  hi: 'हिन्दी',
};

/** BCP 47: how dates, times and numbers are written. English days come before their months. */
const locales: Record<Language, string> = { en: 'en-GB', es: 'es', de: 'de', fr: 'fr', hi: 'hi' };

export function localeOf(language: Language): string {
  return locales[language];
}

export function isLanguage(word: string): word is Language {
  return (languages as readonly string[]).includes(word);
}

/** "de-AT" is German; English for all that we do not speak, and for nothing. */
export function languageOf(tag: string | null): Language {
  const [base = ''] = (tag ?? '').toLowerCase().split('-');
  return isLanguage(base) ? base : 'en';
}

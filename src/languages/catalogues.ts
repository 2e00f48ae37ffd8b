// What each language says for the English messages. A translator's folder per language, a file per room.
import type { Language } from './language.ts';

export type Catalogue = { readonly [message: string]: string | undefined };

export const catalogues: Record<Language, Catalogue> = { en: {}, es: {}, de: {}, fr: {}, hi: {} };

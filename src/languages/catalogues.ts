// What each language says for the English messages: a translator's folder per language, a JSON file per room.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './language.ts';

export type Catalogue = { readonly [message: string]: string | undefined };

export const catalogues: Record<Language, Catalogue> = {
  en: {},
  es: read('es'),
  de: read('de'),
  fr: read('fr'),
  hi: read('hi'),
};

function read(language: Language): Catalogue {
  const folder = join(import.meta.dirname, language);
  const rooms = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return Object.assign({}, ...rooms.map((room) => JSON.parse(room) as Catalogue));
}

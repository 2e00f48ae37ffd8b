// A language for tests: every message in marks, and two fifths longer. What stands outside of marks was never said by `say`.
import { type Catalogue, catalogues } from '../../src/languages/catalogues.ts';
import type { Language } from '../../src/languages/language.ts';

export const marks = { opening: '⟦', closing: '⟧' } as const;

/** Puts the marked language in the place of a real one; what it gives back takes it out again. */
export function pretendToSpeak(language: Exclude<Language, 'en'>): () => void {
  const real = catalogues[language];
  catalogues[language] = new Proxy<Catalogue>({}, { get: (_, message) => marked(String(message)) });
  return () => {
    catalogues[language] = real;
  };
}

function marked(message: string): string {
  const length = Math.ceil(message.length * 0.4);
  return `${marks.opening}${message}${'~~~~~~~~ '.repeat(length).slice(0, length)}${marks.closing}`;
}

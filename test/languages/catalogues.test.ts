// No message without its translation, no translation without its message, and the same placeholders in both.
import { expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues } from '../../src/languages/catalogues.ts';
import { type Language, languages, localeOf } from '../../src/languages/language.ts';
import { messagesInSources } from './messages-in-sources.ts';

const { said, unreadable } = messagesInSources();
const messages = new Set(said.map(({ message }) => message));
const translations = languages.filter((language) => language !== 'en');

test('each message is a literal where it is said', () => {
  expect(unreadable).toEqual([]);
});

test('each message is well-formed English', () => {
  const broken = [...messages].filter((message) => placeholdersOf(message, 'en') === null);

  expect(broken).toEqual([]);
});

test.each(translations)('every message is said in %s', (language) => {
  const missing = said.filter(({ message }) => !catalogues[language][message]);

  expect(missing).toEqual([]);
});

test.each(translations)('what is translated to %s is still said somewhere', (language) => {
  const stale = Object.keys(catalogues[language]).filter((message) => !messages.has(message));

  expect(stale).toEqual([]);
});

test.each(translations)(
  'translations to %s are well-formed and name the same values',
  (language) => {
    const differing = Object.entries(catalogues[language]).filter(
      ([message, translation]) =>
        !sameNames(placeholdersOf(message, 'en'), placeholdersOf(translation!, language)),
    );

    expect(differing).toEqual([]);
  },
);

test.each(translations)(
  'plurals in %s have a form for each number of that language',
  (language) => {
    const lacking = Object.values(catalogues[language]).filter((translation) =>
      pluralsOf(translation!, language).some(
        ({ type, forms }) => !formsOf(language, type).every((form) => forms.includes(form)),
      ),
    );

    expect(lacking).toEqual([]);
  },
);

/** "many" is for millions and fractions in the languages that we speak, but not where they count in order. */
function formsOf(language: Language, type: Intl.PluralRuleType): string[] {
  const rules = new Intl.PluralRules(localeOf(language), { type });
  const forms = rules.resolvedOptions().pluralCategories;
  return type === 'ordinal' ? forms : forms.filter((form) => form !== 'many');
}

type Element = {
  type: number;
  value: string;
  children?: Element[];
  pluralType?: Intl.PluralRuleType;
  options?: Record<string, { value: Element[] }>;
};

/** The numbers of the parser's kinds of elements. */
const kinds = { literal: 0, pound: 7, plural: 6 };

function elementsOf(text: string, language: Language): Element[] | null {
  try {
    return new IntlMessageFormat(text, localeOf(language)).getAst() as Element[];
  } catch {
    return null;
  }
}

function flat(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...flat(element.children ?? []),
    ...Object.values(element.options ?? {}).flatMap(({ value }) => flat(value)),
  ]);
}

/** Null: not well-formed. */
function placeholdersOf(text: string, language: Language): Set<string> | null {
  const elements = elementsOf(text, language);
  const named =
    elements && flat(elements).filter(({ type }) => type !== kinds.literal && type !== kinds.pound);
  return named && new Set(named.map(({ value }) => value));
}

function sameNames(one: Set<string> | null, other: Set<string> | null): boolean {
  return one !== null && other !== null && one.symmetricDifference(other).size === 0;
}

function pluralsOf(text: string, language: Language) {
  return flat(elementsOf(text, language) ?? [])
    .filter(({ type }) => type === kinds.plural)
    .map(({ pluralType: type = 'cardinal', options }) => ({
      type,
      forms: Object.keys(options ?? {}),
    }));
}

// Days, times and lengths as each language writes them.
import { expect, test } from '@jest/globals';
import { inLanguage } from '../../src/languages/current-language.ts';
import type { Language } from '../../src/languages/language.ts';
import {
  agoText,
  clockOf,
  dateText,
  dayText,
  lengthText,
  monthText,
  weekdayNames,
} from '../../src/web/dates.ts';

const afternoon = new Date('2026-11-24T13:30:00Z');

test.each<[Language, string]>([
  ['en', 'Tuesday 24 November 2026'],
  ['es', 'martes, 24 de noviembre de 2026'],
  ['de', 'Dienstag, 24. November 2026'],
  ['fr', 'mardi 24 novembre 2026'],
  ['hi', 'मंगलवार, 24 नवंबर 2026'],
])('a date in %s is %s', (language, text) => {
  expect(inLanguage(language, () => dateText(afternoon, { timeZone: 'UTC' }))).toBe(text);
});

test('one language does not speak with the words of another that was asked before', () => {
  const days = (['de', 'fr', 'de', 'en'] as const).map((language) =>
    inLanguage(language, () => [dayText(20_781), monthText('2026-11'), weekdayNames()[0]!.long]),
  );

  expect(days).toEqual([
    ['Dienstag, 24. November', 'November 2026', 'Montag'],
    ['mardi 24 novembre', 'novembre 2026', 'lundi'],
    ['Dienstag, 24. November', 'November 2026', 'Montag'],
    ['Tuesday 24 November', 'November 2026', 'Monday'],
  ]);
});

test.each<[Language, string, string]>([
  ['de', '1 Stunde 30 Minuten', 'vor 3 Minuten'],
  ['es', '1 hora 30 minutos', 'hace 3 minutos'],
  ['fr', '1\u00A0heure 30 minutes', 'il y a 3 minutes'],
  ['hi', '1 घंटा 30 मिनट', '3 मिनट पहले'],
])('lengths and ages in %s', (language, length, ago) => {
  const now = new Date(afternoon.getTime() + 180_000);

  expect(inLanguage(language, () => lengthText(90))).toBe(length);
  expect(inLanguage(language, () => agoText(afternoon, now))).toBe(ago);
});

test.each<[Language, string, string]>([
  ['de', 'en-US,en;q=0.9', '24'],
  ['de', 'de-DE', '24'],
  ['hi', 'en-GB', '12'],
  ['en', 'en-US', '12'],
  ['en', 'ja-JP', '24'],
])('the page speaks %s and the browser asks for "%s": %s hours', (language, asked, clock) => {
  expect(inLanguage(language, () => clockOf(asked))).toBe(clock);
});

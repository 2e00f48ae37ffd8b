// What a page's scripts say, and which of it goes along with the page.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inLanguage } from '../../src/languages/current-language.ts';
import { assets } from '../../src/web/assets.ts';
import { say } from '../../src/web/client/words.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';

let stopPretending: () => void;

beforeAll(() => {
  stopPretending = pretendToSpeak('de');
});

afterAll(() => stopPretending());

test('values stand in their places, whatever is in them', () => {
  expect(say('“{name}” is not {kind}', { name: '{kind}.ics', kind: 'a calendar' })).toBe(
    '“{kind}.ics” is not a calendar',
  );
});

test.each([
  [0, 'Monday: 0 free times'],
  [1, 'Monday: 1 free time'],
  [1200, 'Monday: 1,200 free times'],
])('%s of something are said by the plural of that number', (count, text) => {
  const said = say('{day}: {count, plural, one {# free time} other {# free times}}', {
    day: 'Monday',
    count,
  });

  expect(said).toBe(text);
});

test('a page carries the words of its scripts and of what these import, and no others', () => {
  const form = inLanguage('de', () => wordsOf(['form.ts']));

  expect(Object.keys(form)).toContain('{time} left');
  expect(Object.keys(form)).not.toContain('Copied');
  expect(form['{time} left']).toMatch(/^⟦/);
});

test('an English page carries none: its scripts say what they know', () => {
  expect(inLanguage('en', () => assets.words(['calendar.ts', 'form.ts']))).toBe(false);
});

function wordsOf(scripts: string[]): Record<string, string> {
  const [, words = ''] = />([^]*)<\/script>/.exec(String(assets.words(scripts))) ?? [];
  return JSON.parse(words) as Record<string, string>;
}

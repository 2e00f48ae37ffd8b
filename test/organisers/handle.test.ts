import { expect, test } from '@jest/globals';
import { handleFault, handlesFor } from '../../src/organisers/handle.ts';

test.each([
  ['ada.lovelace@example.com', 'ada-lovelace'],
  ['Ada+work@example.com', 'ada'],
  ['Zoë_Müller@example.com', 'zoe-muller'],
  ['...@example.com', 'calendar-2'],
  [`${'a'.repeat(60)}@example.com`, 'a'.repeat(40)],
])('the handle of %s begins as %s', (email, handle) => {
  expect(handlesFor(email).next().value).toBe(handle);
});

test('a word of our own addresses is never a handle', () => {
  expect(handlesFor('api@example.com').next().value).toBe('api-2');
  expect(handleFault('organiser')).toBe('This word is needed for the service itself.');
});

test('whoever comes later with the same name gets a number', () => {
  const handles = handlesFor(`${'b'.repeat(40)}@example.com`);

  const [, second, third] = [handles.next().value, handles.next().value, handles.next().value];

  expect([second, third]).toEqual([`${'b'.repeat(38)}-2`, `${'b'.repeat(38)}-3`]);
});

test.each(['', '-a', 'a-', 'Ada', 'a b', 'ä', 'a'.repeat(41), 'a/b'])(
  'a handle cannot be "%s"',
  (handle) => {
    expect(handleFault(handle)).toMatch(/^Use 1 to 40/);
  },
);

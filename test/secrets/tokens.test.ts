import { expect, test } from '@jest/globals';
import { createSeal } from '../../src/secrets/seal.ts';
import { createTokens } from '../../src/secrets/tokens.ts';

const id = '3f1c2f6e-8f0a-4f6b-9d53-0c2a8a0e4b11';
const tokens = createTokens(Buffer.alloc(32, 1));

test('a token can be rebuilt, and names its booking', () => {
  const token = tokens.create('manage', id, 2);

  expect(tokens.create('manage', id, 2)).toBe(token);
  expect(tokens.idOf(token)).toBe(id);
  expect(tokens.matches(token, 'manage', id, 2)).toBe(true);
});

test('a token is good for its purpose, its booking and its generation only', () => {
  const token = tokens.create('manage', id, 2);

  expect(tokens.matches(token, 'confirm', id, 2)).toBe(false);
  expect(tokens.matches(token, 'manage', id, 3)).toBe(false);
  expect(tokens.matches(token, 'manage', id.replace('3', '4'), 2)).toBe(false);
  expect(createTokens(Buffer.alloc(32, 2)).matches(token, 'manage', id, 2)).toBe(false);
});

test('what is not a token has no id', () => {
  for (const text of ['', 'x', 'a'.repeat(42), `${'a'.repeat(42)}!`])
    expect(tokens.idOf(text)).toBeNull();
});

test('a sealed secret opens for its owner only', () => {
  const seal = createSeal(Buffer.alloc(32, 1));
  const sealed = seal.close('refresh token', 'account-1');

  expect(seal.open(sealed, 'account-1')).toBe('refresh token');
  expect(() => seal.open(sealed, 'account-2')).toThrow();
  expect(sealed.toString('latin1')).not.toContain('refresh');
});

test('a secret sealed with another key, or changed by a bit, does not open', () => {
  const seal = createSeal(Buffer.alloc(32, 1));
  const sealed = seal.close('refresh token', 'account-1');
  const bent = Buffer.from(sealed);
  bent[bent.length - 1]! ^= 1;

  expect(() => createSeal(Buffer.alloc(32, 2)).open(sealed, 'account-1')).toThrow(
    /another SECRET_KEY/,
  );
  expect(() => seal.open(bent, 'account-1')).toThrow();
});

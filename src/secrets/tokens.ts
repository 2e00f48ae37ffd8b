// The tokens in links: an id and an HMAC of purpose, id and generation. They can be rebuilt for a late mail, and
// the database, which has no key, cannot leak them.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export type TokenPurpose =
  | 'hold'
  | 'confirm'
  | 'manage'
  | 'undo'
  | 'channel'
  | 'health'
  | 'attendee-calendar'
  | 'secret-link';

export type Tokens = {
  /** 43 characters of base64url, 128 bits of them unguessable. */
  create(purpose: TokenPurpose, id: string, generation?: number): string;
  /** The uuid inside the token, not yet proven; null when it cannot be a token at all. */
  idOf(token: string): string | null;
  matches(token: string, purpose: TokenPurpose, id: string, generation?: number): boolean;
  /** A keyed hash of a client's address, for limits: the address itself is kept nowhere. */
  fingerprint(text: string): string;
};

export function createTokens(secretKey: Buffer): Tokens {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'quarterhour tokens', 32));
  const create: Tokens['create'] = (purpose, id, generation = 1) =>
    Buffer.concat([uuidBytes(id), signature(key, `${purpose}:${id}:${generation}`)]).toString(
      'base64url',
    );
  return {
    create,
    idOf,
    matches: (token, purpose, id, generation) => isEqual(token, create(purpose, id, generation)),
    fingerprint: (text) => signature(key, `client:${text}`).toString('base64url'),
  };
}

function signature(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16);
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

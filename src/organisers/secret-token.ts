// Random tokens that a person or a program carries: 256 bits, kept here only as a hash.
import { createHash, randomBytes } from 'node:crypto';

export const apiKeyPrefix = 'qh_';

export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash will do: nobody can guess 256 bits, so there is nothing to slow down. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

// Makes a key for the organiser's own programs; it is known here only by its hash from then on.
import type { Parts } from '../parts.ts';
import { type ApiKey, insertApiKey, type KeyScope } from './api-key-queries.ts';
import { apiKeyPrefix, hashToken, newSecretToken } from './secret-token.ts';

export async function createApiKey(
  { database, clock }: Parts,
  organiserId: string,
  { name, scope }: { name: string; scope: KeyScope },
): Promise<{ apiKey: ApiKey; key: string }> {
  const key = `${apiKeyPrefix}${newSecretToken()}`;
  const apiKey = await insertApiKey(
    database,
    { organiserId, name, scope, keyHash: hashToken(key) },
    clock(),
  );
  return { apiKey, key };
}

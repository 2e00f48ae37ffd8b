// Who is signed in: by a program's key, or by the browser's session.
import type { Parts } from '../parts.ts';
import { findOrganiserByApiKey } from './api-key-queries.ts';
import type { Organiser } from './organiser.ts';
import { apiKeyPrefix, hashToken } from './secret-token.ts';
import { findOrganiserBySession } from './session-queries.ts';

/** A key that is not known is not made good by a cookie beside it. */
export async function findSession(
  { database, clock }: Parts,
  credentials: { apiKey: string | null; sessionToken: string | null },
): Promise<Organiser | null> {
  const { apiKey, sessionToken } = credentials;
  if (apiKey !== null) {
    const isKey = apiKey.startsWith(apiKeyPrefix);
    return isKey ? findOrganiserByApiKey(database, hashToken(apiKey)) : null;
  }
  return sessionToken === null
    ? null
    : findOrganiserBySession(database, hashToken(sessionToken), clock());
}

// Who is signed in: by a program's key, or by the browser's session.
import type { Parts } from '../parts.ts';
import { findOrganiserByApiKey, type KeyScope, updateLastUsed } from './api-key-queries.ts';
import type { Organiser } from './organiser.ts';
import { apiKeyPrefix, hashToken } from './secret-token.ts';
import { findOrganiserBySession } from './session-queries.ts';

/** `scope`: what a key may do; a session may do all. */
export type SignedIn = { organiser: Organiser; scope: KeyScope };

const usedAgainMs = 60_000;

/** A key that is not known is not made good by a cookie beside it. */
export async function findSession(
  parts: Parts,
  { apiKey, sessionToken }: { apiKey: string | null; sessionToken: string | null },
): Promise<SignedIn | null> {
  if (apiKey !== null) return apiKey.startsWith(apiKeyPrefix) ? byKey(parts, apiKey) : null;
  if (sessionToken === null) return null;
  const { database, clock } = parts;
  const organiser = await findOrganiserBySession(database, hashToken(sessionToken), clock());
  return organiser && { organiser, scope: 'write' };
}

/** When it was used is kept to the minute: not every request is a write. */
async function byKey({ database, clock }: Parts, apiKey: string): Promise<SignedIn | null> {
  const holder = await findOrganiserByApiKey(database, hashToken(apiKey));
  if (!holder) return null;
  const { organiser, scope, keyId, lastUsedAt } = holder;
  const now = clock();
  const isNoted = lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < usedAgainMs;
  if (!isNoted) await updateLastUsed(database, keyId, now);
  return { organiser, scope };
}

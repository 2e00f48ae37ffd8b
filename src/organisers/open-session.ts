// Signing in gives a new session; signing out ends it.
import { currentLanguage } from '../languages/current-language.ts';
import type { Parts } from '../parts.ts';
import { hashToken, newSecretToken } from './secret-token.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  insertSession,
  updateLastSignIn,
} from './session-queries.ts';

export const sessionDays = 30;

export type OpenedSession = { token: string; expiresAt: Date };

export async function openSession(
  { database, clock }: Parts,
  organiserId: string,
): Promise<OpenedSession> {
  const token = newSecretToken();
  const createdAt = clock();
  const expiresAt = new Date(createdAt.getTime() + sessionDays * 86_400_000);
  await deleteExpiredSessions(database, createdAt);
  await insertSession(database, { tokenHash: hashToken(token), organiserId, createdAt, expiresAt });
  const { language: locale } = currentLanguage();
  await updateLastSignIn(database, organiserId, { at: createdAt, locale });
  return { token, expiresAt };
}

export async function closeSession({ database }: Parts, token: string): Promise<void> {
  await deleteSession(database, hashToken(token));
}

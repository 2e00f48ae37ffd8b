// Back from Google: proves who it is, checks what was granted, and connects the account. A first sign-in makes the
// organiser; a known account that had to be connected again is healed.
import { randomUUID } from 'node:crypto';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Grant } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { checkAdmission } from './check-admission.ts';
import {
  findAccountBySubject,
  insertAccount,
  lockSubject,
  updateConnectedAccount,
} from './connections/google-account-queries.ts';
import { type GoogleAccount, isUsable } from './connections/google-account.ts';
import { readCalendars } from './connections/read-calendars.ts';
import { createOrganiser, homeTimeZone } from './create-organiser.ts';
import { missingScopes } from './scopes.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import { signInProblem } from './sign-in-problems.ts';

export type SignInResult =
  | { outcome: 'signed_in'; organiserId: string }
  /** Google gave no lasting permission, and none is kept: the consent page must be asked for. */
  | { outcome: 'ask_consent'; email: string }
  | { outcome: 'scopes_missing'; email: string; missing: string[] };

export async function finishSignIn(
  parts: Parts,
  code: string,
  attempt: SignInAttempt,
): Promise<SignInResult> {
  const grant = await exchangeCode(parts, code, attempt);
  checkAdmission(parts.config, grant.identity, attempt);
  const { email, subject } = grant.identity;
  const missing = missingScopes(parts.google.neededScopes, grant.scopes);
  if (missing.length > 0) return { outcome: 'scopes_missing', email, missing };
  const known = await findAccountBySubject(parts.database, subject);
  checkOwner(known, attempt);
  if (grant.refreshToken === null && !isUsable(known)) return askConsent(attempt, email);
  const account = known
    ? await reconnect(parts, known, grant)
    : await connect(parts, grant, attempt);
  await readCalendars(parts, account);
  return { outcome: 'signed_in', organiserId: account.organiserId };
}

type Connected = { id: string; organiserId: string };

async function exchangeCode(parts: Parts, code: string, attempt: SignInAttempt): Promise<Grant> {
  try {
    return await parts.google.exchangeCode(code, attempt.codeVerifier);
  } catch (error) {
    throw error instanceof GoogleFailure ? signInProblem(error) : error;
  }
}

/** One Google account belongs to one organiser. */
function checkOwner(
  known: (GoogleAccount & { isDisabled: boolean }) | null,
  { connectTo }: SignInAttempt,
): void {
  if (known?.isDisabled) throw new Problem('forbidden', 'This account has been switched off.');
  if (known && connectTo !== null && known.organiserId !== connectTo)
    throw new Problem('forbidden', 'This Google account belongs to another organiser already.');
}

function askConsent(attempt: SignInAttempt, email: string): SignInResult {
  if (!attempt.asksConsent) return { outcome: 'ask_consent', email };
  throw new Problem(
    'forbidden',
    'Google gave no lasting permission. Please remove this service at myaccount.google.com/connections, then sign in again.',
  );
}

async function reconnect(parts: Parts, known: GoogleAccount, grant: Grant): Promise<Connected> {
  const { id, organiserId } = known;
  const refreshTokenSealed = grant.refreshToken && parts.seal.close(grant.refreshToken, id);
  const { scopes, identity } = grant;
  const healed = {
    id,
    email: identity.email,
    refreshTokenSealed: refreshTokenSealed || null,
    scopes,
  };
  await updateConnectedAccount(parts.database, healed, parts.clock());
  return { id, organiserId };
}

/** The calendars are asked for before anything is written: without an answer nothing has begun. */
async function connect(
  parts: Parts,
  grant: Grant,
  { connectTo }: SignInAttempt,
): Promise<Connected> {
  const { identity, scopes } = grant;
  const [id, refreshToken] = [randomUUID(), grant.refreshToken!];
  const timeZone = await readHomeTimeZone(parts, { accountId: id, refreshToken });
  const refreshTokenSealed = parts.seal.close(refreshToken, id);
  return parts.database.transaction(async (transaction) => {
    await lockSubject(transaction, identity.subject);
    const meanwhile = await findAccountBySubject(transaction, identity.subject);
    if (meanwhile) return meanwhile;
    const now = parts.clock();
    const organiserId = connectTo ?? (await createOrganiser(transaction, identity, timeZone, now));
    const account = { ...identity, id, organiserId, refreshTokenSealed, scopes };
    await insertAccount(transaction, account, now);
    return account;
  });
}

async function readHomeTimeZone(
  { google }: Parts,
  access: { accountId: string; refreshToken: string },
): Promise<string> {
  try {
    return homeTimeZone(await google.listCalendars(access));
  } catch (error) {
    throw error instanceof GoogleFailure ? signInProblem(error) : error;
  }
}

// Back from Google: proves who it is, checks what was granted, and connects the account. A first sign-in makes the
// organiser; a known account that had to be connected again is healed.
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Grant } from '../google/google.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { checkAdmission } from './check-admission.ts';
import {
  deleteAccount,
  findAccountBySubject,
  insertAccount,
  lockSubject,
  updateConnectedAccount,
} from './connections/google-account-queries.ts';
import { type GoogleAccount, isReleased, isUsable } from './connections/google-account.ts';
import { updateReleasedBookings } from './connections/lying-booking-queries.ts';
import { readCalendars } from './connections/read-calendars.ts';
import { createOrganiser, homeTimeZone } from './create-organiser.ts';
import { missingScopes } from './scopes.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import { signInProblem } from './sign-in-problems.ts';

export type SignInResult =
  | { outcome: 'signed_in'; organiserId: string; accountId: string }
  /** Google gave no lasting permission, and none is kept: the consent page must be asked for. */
  | { outcome: 'ask_consent'; email: string }
  | { outcome: 'scopes_missing'; email: string; missing: string[] }
  /** Another organiser has connected it, who may let go of it unless it is the one to sign in with. */
  | { outcome: 'taken'; email: string; mayMove: boolean };

type Known = GoogleAccount & { isDisabled: boolean };

export async function finishSignIn(
  parts: Parts,
  code: string,
  attempt: SignInAttempt,
): Promise<SignInResult> {
  const grant = await exchangeCode(parts, code, attempt);
  await checkAdmission(parts, grant.identity, attempt);
  const { email, subject } = grant.identity;
  const missing = missingScopes(parts.google.neededScopes, grant.scopes);
  if (missing.length > 0) return { outcome: 'scopes_missing', email, missing };
  const known = asOf(await findAccountBySubject(parts.database, subject), attempt);
  if (known?.isDisabled) throw new Problem('forbidden', say('This account has been switched off.'));
  if (known && isAnothers(known, attempt))
    return { outcome: 'taken', email, mayMove: !known.isFirst };
  if (grant.refreshToken === null && !isUsable(known)) return askConsent(attempt, email);
  const account = known
    ? await reconnect(parts, known, grant)
    : await connect(parts, grant, attempt);
  await readCalendars(parts, account, { wasDisconnected: known?.state === 'disconnected' });
  return { outcome: 'signed_in', organiserId: account.organiserId, accountId: account.id };
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
function isAnothers({ organiserId }: Connected, { connectTo }: SignInAttempt): boolean {
  return connectTo !== null && organiserId !== connectTo;
}

/** Null for an account that is free to be connected anew; its organiser may have it back as it was. */
function asOf(known: Known | null, { connectTo }: SignInAttempt): Known | null {
  return known && isReleased(known) && known.organiserId !== connectTo ? null : known;
}

function takenMeanwhile(): Problem {
  return new Problem('forbidden', say('Somebody else has connected this Google account just now.'));
}

function askConsent(attempt: SignInAttempt, email: string): SignInResult {
  if (!attempt.asksConsent) return { outcome: 'ask_consent', email };
  throw new Problem(
    'forbidden',
    say(
      'Google gave no lasting permission. Please remove this service at myaccount.google.com/connections, then sign in again.',
    ),
  );
}

async function reconnect(parts: Parts, known: GoogleAccount, grant: Grant): Promise<Connected> {
  const { id, organiserId } = known;
  const { scopes, identity, refreshToken } = grant;
  const now = parts.clock();
  const healed = {
    id,
    email: identity.email,
    scopes,
    refreshTokenSealed: refreshToken === null ? null : parts.seal.close(refreshToken, id),
    refreshTokenEndsAt: endOf(grant, now),
  };
  await updateConnectedAccount(parts.database, healed, now);
  return { id, organiserId };
}

function endOf({ refreshTokenSeconds }: Grant, now: Date): Date | null {
  return refreshTokenSeconds === null ? null : new Date(now.getTime() + refreshTokenSeconds * 1000);
}

/** The calendars are asked for before anything is written: without an answer nothing has begun. */
async function connect(parts: Parts, grant: Grant, attempt: SignInAttempt): Promise<Connected> {
  const { identity, scopes } = grant;
  const [id, refreshToken] = [randomUUID(), grant.refreshToken!];
  const timeZone = await readHomeTimeZone(parts, { accountId: id, refreshToken });
  const refreshTokenSealed = parts.seal.close(refreshToken, id);
  return parts.database.transaction(async (transaction) => {
    await lockSubject(transaction, identity.subject);
    const meanwhile = await findAccountBySubject(transaction, identity.subject);
    const known = asOf(meanwhile, attempt);
    if (known && isAnothers(known, attempt)) throw takenMeanwhile();
    if (known) return known;
    if (meanwhile) await release(transaction, meanwhile.id);
    const now = parts.clock();
    const organiserId =
      attempt.connectTo ?? (await createOrganiser(transaction, identity, timeZone, now));
    const refreshTokenEndsAt = endOf(grant, now);
    const account = {
      ...identity,
      id,
      organiserId,
      refreshTokenSealed,
      refreshTokenEndsAt,
      scopes,
    };
    await insertAccount(transaction, account, now);
    return account;
  });
}

/** What its former organiser had of it; nothing of that is the new one's. */
async function release(transaction: Transaction, accountId: string): Promise<void> {
  await updateReleasedBookings(transaction, accountId);
  await deleteAccount(transaction, accountId);
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

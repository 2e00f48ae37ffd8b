// Keeps how an account fares. One that must be connected again goes out of use at once, and its organiser is told once.
import { GoogleFailure } from '../google/google-failure.ts';
import type { GoogleAccess } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import {
  updateAccountError,
  updateAccountSuccess,
  updateAccountToReconnect,
} from './account-queries.ts';
import { updateBackOffSince, updateBackOffUntil } from './back-off-queries.ts';
import { asksForFewer, backOffUntil } from './back-off.ts';
import type { Account } from './calendar.ts';

type Needed = Pick<Parts, 'clock' | 'database' | 'jobs' | 'log'>;

/** Throws GoogleFailure when the account holds no token, or one that does not open. */
export function accessOf(
  parts: Pick<Parts, 'seal'>,
  account: Pick<Account, 'id' | 'refreshTokenSealed'>,
): GoogleAccess {
  if (account.refreshTokenSealed === null) {
    throw new GoogleFailure('needs_reconnect', 'The account was disconnected');
  }
  return {
    accountId: account.id,
    refreshToken: openToken(parts, account.refreshTokenSealed, account.id),
  };
}

/** A wrong SECRET_KEY is the deployment's fault: the accounts are sound again once it is put right. */
function openToken({ seal }: Pick<Parts, 'seal'>, sealed: Buffer, accountId: string): string {
  try {
    return seal.open(sealed, accountId);
  } catch (cause) {
    throw new GoogleFailure('misconfigured', 'The stored token does not open', { cause });
  }
}

export async function markSuccess(parts: Needed, account: Account): Promise<void> {
  await updateAccountSuccess(parts.database, account.id, parts.clock());
}

export async function markFailure(
  parts: Needed,
  account: Account,
  failure: GoogleFailure,
): Promise<void> {
  parts.log.warn({ accountId: account.id, code: failure.code, err: failure }, 'Google said no');
  if (failure.code === 'needs_reconnect' || failure.code === 'missing_scope') {
    await putOutOfUse(parts, account, failure);
  } else {
    const reason = { code: failure.code, error: failure.message };
    await updateAccountError(parts.database, account.id, parts.clock(), reason);
    await leaveAlone(parts, account, failure);
  }
}

/** Where Google asks for fewer requests: all that nobody waits for keeps to it. */
async function leaveAlone(
  { database, clock }: Needed,
  { id }: Account,
  { code }: GoogleFailure,
): Promise<void> {
  if (!asksForFewer(code)) return;
  const now = clock();
  const since = (await updateBackOffSince(database, id, now)) ?? now;
  await updateBackOffUntil(database, id, backOffUntil(code, since, now));
}

async function putOutOfUse(parts: Needed, account: Account, failure: GoogleFailure): Promise<void> {
  const reason = { code: failure.code, error: failure.message };
  await parts.database.transaction(async (transaction) => {
    const isNews = await updateAccountToReconnect(transaction, account, parts.clock(), reason);
    if (!isNews) return;
    const { organiserId } = account;
    await parts.jobs.enqueue(transaction, 'tell-health', { organiserId }, { onlyOne: organiserId });
  });
}

// Takes a Google account away from the service: Google falls silent, the permission is given back, the token erased,
// and nothing of the account counts any more. What Google refuses meanwhile keeps nothing from being erased here.
import { organiserTransaction } from '../../bookings/organiser-transaction.ts';
import { listAccounts } from '../../calendars/account-queries.ts';
import type { Account } from '../../calendars/calendar.ts';
import { catchUpAccount } from '../../calendars/catch-up-account.ts';
import { stopChannelsOf } from '../../calendars/channels/stop-channels.ts';
import { accessOf } from '../../calendars/mark-account.ts';
import { GoogleFailure } from '../../google/google-failure.ts';
import { say } from '../../languages/say.ts';
import type { Parts } from '../../parts.ts';
import { Problem } from '../../problem.ts';
import { within } from './bounded-wait.ts';
import { updateUnusedCalendars } from './calendar-choice-queries.ts';
import { changeCalendars } from './change-calendars.ts';
import { updateDisconnectedAccount } from './google-account-queries.ts';
import { updateUntoldBookings } from './lying-booking-queries.ts';

const stopBudgetMs = 5000;

export type Disconnection = {
  /** False: Google still lists the permission, until the organiser removes it there. */
  isRevoked: boolean;
};

/** `booking`: the calendar that receives bookings from now on. Throws not_found, and invalid_input for that calendar. */
export async function disconnectAccount(
  parts: Parts,
  organiserId: string,
  { accountId, booking }: { accountId: string; booking?: string | undefined },
): Promise<Disconnection> {
  const account = await getConnected(parts, organiserId, accountId);
  if (booking !== undefined) await changeCalendars(parts, organiserId, { booking });
  await within(stopBudgetMs, stopChannelsOf(parts, accountId));
  const isRevoked = await revoke(parts, account);
  await erase(parts, account);
  return { isRevoked };
}

async function getConnected({ database }: Parts, organiserId: string, accountId: string) {
  const accounts = await listAccounts(database, organiserId);
  const account = accounts.find(({ id, state }) => id === accountId && state !== 'disconnected');
  if (!account) throw new Problem('not_found', say('This account is not connected.'));
  return account;
}

/** Removes all that Google has allowed this service for that account. */
async function revoke(parts: Parts, account: Account): Promise<boolean> {
  try {
    await parts.google.revoke(accessOf(parts, account).refreshToken);
    return true;
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    parts.log.warn({ accountId: account.id, code: error.code }, 'a permission was not given back');
    return isGone(error, account);
  }
}

/** A token that Google does not know opens nothing. */
function isGone({ code }: GoogleFailure, { refreshTokenSealed }: Account): boolean {
  return refreshTokenSealed !== null && (code === 'invalid' || code === 'needs_reconnect');
}

async function erase(
  parts: Parts,
  { id, organiserId }: Pick<Account, 'id' | 'organiserId'>,
): Promise<void> {
  await organiserTransaction(parts, organiserId, async (transaction) => {
    await updateDisconnectedAccount(transaction, id);
    await updateUnusedCalendars(transaction, id);
    await updateUntoldBookings(transaction, id);
  });
  await catchUpAccount(parts, organiserId);
}

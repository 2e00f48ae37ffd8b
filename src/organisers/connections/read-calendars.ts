// Reads which calendars an account has. Google's refusal is kept on the account, where the organiser sees it.
import { listAccounts } from '../../calendars/account-queries.ts';
import { updateMissingTick } from '../../calendars/calendar-queries.ts';
import type { Account } from '../../calendars/calendar.ts';
import { catchUpAccount } from '../../calendars/catch-up-account.ts';
import { markFailure, markSuccess } from '../../calendars/mark-account.ts';
import { syncCalendarList } from '../../calendars/sync-calendar-list.ts';
import { GoogleFailure } from '../../google/google-failure.ts';
import type { JobPayloads } from '../../jobs/jobs.ts';
import type { Parts } from '../../parts.ts';

type Named = { id: string; organiserId: string };

/** After an account was connected, or connected again: its calendars, and what was missed meanwhile. */
export async function readCalendars(
  parts: Parts,
  { id, organiserId }: Named,
  { wasDisconnected = false } = {},
): Promise<void> {
  const account = await findAccount(parts, { id, organiserId });
  if (account) await readList(parts, account);
  if (wasDisconnected) await updateMissingTick(parts.database, id);
  await catchUpAccount(parts, organiserId);
  await parts.jobs.enqueue(null, 'tell-health', { organiserId }, { onlyOne: organiserId });
}

/** The 'read-calendar-list' job. */
export async function readCalendarList(
  parts: Parts,
  { accountId, organiserId }: JobPayloads['read-calendar-list'],
): Promise<void> {
  const account = await findAccount(parts, { id: accountId, organiserId });
  if (account?.state === 'connected') await readList(parts, account);
}

async function findAccount({ database }: Parts, { id, organiserId }: Named) {
  const accounts = await listAccounts(database, organiserId);
  return accounts.find((account) => account.id === id);
}

export async function readList(parts: Parts, account: Account): Promise<void> {
  try {
    await syncCalendarList(parts, parts.database, account);
    await markSuccess(parts, account);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    await markFailure(parts, account, error);
  }
}

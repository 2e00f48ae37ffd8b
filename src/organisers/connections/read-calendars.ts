// After an account was connected, or connected again: its calendars, and what was missed meanwhile.
import { listAccounts } from '../../calendars/account-queries.ts';
import type { Account } from '../../calendars/calendar.ts';
import { catchUpAccount } from '../../calendars/catch-up-account.ts';
import { markFailure } from '../../calendars/mark-account.ts';
import { syncCalendarList } from '../../calendars/sync-calendar-list.ts';
import { GoogleFailure } from '../../google/google-failure.ts';
import type { Parts } from '../../parts.ts';

/** Google's refusal does not undo the sign-in: it is kept on the account, where the organiser sees it. */
export async function readCalendars(
  parts: Parts,
  { id, organiserId }: { id: string; organiserId: string },
): Promise<void> {
  const accounts = await listAccounts(parts.database, organiserId);
  const account = accounts.find((account) => account.id === id);
  if (account) await readList(parts, account);
  await catchUpAccount(parts, organiserId);
}

async function readList(parts: Parts, account: Account): Promise<void> {
  try {
    await syncCalendarList(parts, parts.database, account);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    await markFailure(parts, account, error);
  }
}

// "Check now": asks Google, live, for an account's list of calendars and for the organiser's busy time.
import { listAccounts } from '../../calendars/account-queries.ts';
import { refreshBusy } from '../../calendars/refresh-busy.ts';
import { say } from '../../languages/say.ts';
import type { Parts } from '../../parts.ts';
import { Problem } from '../../problem.ts';
import { within } from './bounded-wait.ts';
import { readList } from './read-calendars.ts';

const budgetMs = 6000;

/** What came of it stands on the account and in the mirrors. An answer that takes longer comes there later. Throws not_found. */
export async function checkAccount(
  parts: Parts,
  organiserId: string,
  accountId: string,
): Promise<void> {
  const accounts = await listAccounts(parts.database, organiserId);
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) throw new Problem('not_found', say('This account is not connected.'));
  if (account.state !== 'connected') return;
  await within(
    budgetMs,
    Promise.all([readList(parts, account), refreshBusy(parts, { organiserId })]),
  );
  await parts.jobs.enqueue(null, 'tell-health', { organiserId }, { onlyOne: organiserId });
}

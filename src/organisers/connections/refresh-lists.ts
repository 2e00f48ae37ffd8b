// For a page about to be shown: calendars that Google has gained or lost meanwhile, as far as Google answers in time.
import { listAccounts } from '../../calendars/account-queries.ts';
import type { Account } from '../../calendars/calendar.ts';
import type { Parts } from '../../parts.ts';
import { within } from './bounded-wait.ts';
import { listGoogleAccounts } from './google-account-queries.ts';
import { readList } from './read-calendars.ts';

const budgetMs = 2500;
const youngMs = 60_000;

/** Never fails for Google's sake: what is known stays, with its age. A reading that takes longer goes on. */
export async function refreshLists(parts: Parts, organiserId: string): Promise<void> {
  const stale = await listStale(parts, organiserId);
  await within(budgetMs, Promise.all(stale.map((account) => readList(parts, account))));
}

async function listStale(parts: Parts, organiserId: string): Promise<Account[]> {
  const before = parts.clock().getTime() - youngMs;
  const known = await listGoogleAccounts(parts.database, organiserId);
  const young = new Set(
    known.filter(({ listedAt }) => (listedAt?.getTime() ?? 0) > before).map(({ id }) => id),
  );
  const accounts = await listAccounts(parts.database, organiserId);
  return accounts.filter(({ id, state }) => state === 'connected' && !young.has(id));
}

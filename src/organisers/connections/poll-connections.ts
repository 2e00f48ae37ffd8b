// Every now and then: puts in line the lists of calendars that were not read for an hour, and the mails about what has
// changed for an organiser.
import type { Parts } from '../../parts.ts';
import { listAccountsToRead, listOrganisersWithNews } from './poll-queries.ts';

const listMaxAgeMs = 60 * 60_000;

export async function pollConnections(parts: Parts): Promise<void> {
  const { database, jobs, clock } = parts;
  const now = clock();
  const before = new Date(now.getTime() - listMaxAgeMs);
  for (const account of await listAccountsToRead(database, before)) {
    await jobs.enqueue(null, 'read-calendar-list', account, { onlyOne: account.accountId });
  }
  for (const organiserId of await listOrganisersWithNews(database)) {
    await jobs.enqueue(null, 'tell-health', { organiserId }, { onlyOne: organiserId });
  }
}

// Every now and then: puts in line a refresh of the mirrors that have not been asked for a while.
import type { Parts } from '../parts.ts';
import { listOrganisersToPoll } from './busy-mirror-queries.ts';

export async function pollCalendars(parts: Parts): Promise<void> {
  // Half a round: a mirror filled shortly after the last round is due in this one, not in the next.
  const before = new Date(parts.clock().getTime() - parts.config.syncPollSeconds * 500);
  for (const organiserId of await listOrganisersToPoll(parts.database, before)) {
    await parts.jobs.enqueue(null, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
  }
}

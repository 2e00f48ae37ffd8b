// After a Google account was connected (again): what its bookings and its busy time missed meanwhile.
import type { Parts } from '../parts.ts';
import { listUnpublished } from './publication-queries.ts';

export async function catchUpAccount(parts: Parts, organiserId: string): Promise<void> {
  const { jobs, database, clock } = parts;
  for (const bookingId of await listUnpublished(database, organiserId, clock())) {
    await jobs.enqueue(null, 'publish-booking', { bookingId });
  }
  await jobs.enqueue(null, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
}

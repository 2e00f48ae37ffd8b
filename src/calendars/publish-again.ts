// The organiser has seen to what Google refused, or wants it tried at once: the booking is published anew.
import type { Parts } from '../parts.ts';
import { clearPublishFailure } from './publication-queries.ts';

export async function publishAgain(parts: Parts, bookingId: string): Promise<void> {
  await clearPublishFailure(parts.database, bookingId);
  await parts.jobs.enqueue(null, 'publish-booking', { bookingId });
}

// The 'sweep-bookings' job: writes down what the clock has done already, tells those whose request ran out, and
// forgets what must not be kept. Nothing waits for it: every query goes by the clock.
import type { Parts } from '../parts.ts';
import { lockOrganiser } from './booking-locks.ts';
import {
  deleteLeftovers,
  eraseUnprovenForms,
  listOrganisersWithEnded,
  listOrganisersWithStale,
  listUntoldExpired,
  updateEndedToCompleted,
} from './sweep-queries.ts';

export async function sweepBookings(parts: Parts): Promise<void> {
  const { database, clock } = parts;
  const now = clock();
  for (const organiserId of await listOrganisersWithStale(database, now))
    await database.transaction((transaction) => lockOrganiser(transaction, organiserId, now));
  for (const organiserId of await listOrganisersWithEnded(database, now))
    await complete(parts, organiserId, now);
  await tellExpired(parts, now);
  await eraseUnprovenForms(database, now);
  await deleteLeftovers(database, now);
}

async function complete({ database }: Parts, organiserId: string, now: Date): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockOrganiser(transaction, organiserId, now);
    await updateEndedToCompleted(transaction, organiserId, now);
  });
}

/** The mail's own step sends it once, however often it is put in line. */
async function tellExpired({ database, jobs }: Parts, now: Date): Promise<void> {
  for (const { bookingId, revision } of await listUntoldExpired(database, now))
    await jobs.enqueue(null, 'send-mail', { bookingId, message: 'expired', revision });
}

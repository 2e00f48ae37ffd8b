// Disables an organiser, and enables them again. What is booked stands: attendees can see it and call it off.
import { say } from '../languages/say.ts';
import { deleteApiKeysOf } from '../organisers/api-key-queries.ts';
import { deleteSessionsOf } from '../organisers/session-queries.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { updateDisabled } from './administration-queries.ts';

/** Sessions and API keys end for good. Throws not_found, and forbidden for oneself: nobody would be left to undo it. */
export async function disableOrganiser(
  { database, clock, log }: Parts,
  administratorId: string,
  organiserId: string,
): Promise<void> {
  if (organiserId === administratorId)
    throw new Problem('forbidden', say('You cannot disable yourself.'));
  await database.transaction(async (transaction) => {
    await updateDisabled(transaction, organiserId, clock());
    await deleteSessionsOf(transaction, organiserId);
    await deleteApiKeysOf(transaction, organiserId);
  });
  log.info({ organiserId, administratorId }, 'an organiser was disabled');
}

/** Throws not_found. */
export async function enableOrganiser(
  { database, log }: Parts,
  administratorId: string,
  organiserId: string,
): Promise<void> {
  await updateDisabled(database, organiserId, null);
  log.info({ organiserId, administratorId }, 'an organiser was enabled');
}

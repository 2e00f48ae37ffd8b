// Removing an event type, and having it back within a day. One with bookings is hidden instead: they would lose what
// they were.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { getOwnEventType } from './edit-event-types.ts';
import type { EventType } from './event-type.ts';
import {
  deleteRemoved,
  findDeleted,
  hasBookings,
  updateEventType,
  updateToDeleted,
  updateToRestored,
} from './write-event-type-queries.ts';

const keptForMs = 24 * 60 * 60_000;

/** The event type where it was hidden instead, null where it is gone. Throws not_found. */
export function removeEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
): Promise<EventType | null> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const eventType = await getOwnEventType({ database: transaction }, organiserId, slug);
    if (await hasBookings(transaction, eventType.id)) {
      const hidden = { ...eventType, isHidden: true };
      await updateEventType(transaction, eventType.id, hidden);
      return hidden;
    }
    await updateToDeleted(transaction, eventType.id, now);
    return null;
  });
}

/** Throws not_found, or invalid_input when another one has its link meanwhile. */
export function restoreEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
): Promise<EventType> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const since = new Date(now.getTime() - keptForMs);
    const id = await findDeleted(transaction, organiserId, slug, since);
    if (id === null)
      throw new Problem('not_found', say('There is no deleted event type to be had back.'));
    await updateToRestored(transaction, id);
    return getOwnEventType({ database: transaction }, organiserId, slug);
  });
}

export async function forgetRemoved({ database, clock }: Parts): Promise<void> {
  await deleteRemoved(database, new Date(clock().getTime() - keptForMs));
}

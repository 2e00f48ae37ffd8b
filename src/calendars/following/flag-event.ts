// What became of an event that a booking cannot follow, or that only the organiser can judge: kept with the booking, and
// told when it becomes so, and anew when it becomes so again.
import type { CalendarFlag } from '../../bookings/booking.ts';
import { tellAnew } from '../../bookings/tell-anew.ts';
import { updateFlag, updateFlagged } from './followed-event-queries.ts';
import { guestFlag } from './guest-list.ts';
import type { Seen, Settling } from './settle-event.ts';

/** In place of following. */
export async function flag(settling: Settling, seen: Seen, flag: CalendarFlag): Promise<void> {
  const { transaction, followed } = settling;
  const etag = seen.is === 'there' ? seen.event.etag : null;
  const updatedAt = seen.is === 'there' ? seen.event.updatedAt : seen.updatedAt;
  if (followed.flag === flag && followed.agreed.etag === etag) return;
  await updateFlagged(transaction, followed.bookingId, { etag, updatedAt }, flag);
  await tellFlag(settling, flag);
}

/** What is to be looked at though the times are clear. */
export function flagBeside({ followed, now }: Settling, seen: Seen): CalendarFlag | null {
  return seen.is === 'there' ? guestFlag(followed, seen.event, now) : null;
}

/** Whatever else is flagged, publishing puts right. */
export async function flagUnpublished(settling: Settling, seen: Seen): Promise<void> {
  const { transaction, followed } = settling;
  const flag = flagBeside(settling, seen);
  if (followed.flag === flag || (flag === null && followed.flag !== 'guest_removed')) return;
  await updateFlag(transaction, followed.bookingId, flag);
  await tellFlag(settling, flag);
}

export async function tellFlag(
  { parts, transaction, followed, now }: Settling,
  flag: CalendarFlag | null,
): Promise<void> {
  if (flag === null || followed.flag === flag) return;
  const { bookingId, ours } = followed;
  const mail = { bookingId, message: 'organiser-flagged', revision: ours.revision } as const;
  await tellAnew(parts.jobs, transaction, mail, now);
}

// What was read of one booking's event, in the sync or by publishing: settled, and where the event was deleted first
// looked for in the account's other calendars.
import { organiserTransaction } from '../../bookings/organiser-transaction.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { Parts } from '../../parts.ts';
import type { Target } from '../agree.ts';
import { accessOf } from '../mark-account.ts';
import { type Elsewhere, findElsewhere } from './find-elsewhere.ts';
import { type Followed, updateCalendarOfEvent } from './followed-event-queries.ts';
import { type Settled, settleEvent } from './settle-event.ts';

/** Throws GoogleFailure when the other calendars could not be asked: then nothing has changed. */
export async function followEvent(
  parts: Parts,
  followed: Followed,
  target: Target,
  event: CalendarEvent,
): Promise<Settled> {
  if (event.status !== 'cancelled') return settleThere(parts, followed, target, event);
  if (!isToBeFound(followed, parts.clock()))
    return settleEvent(parts, followed, { is: 'gone', updatedAt: event.updatedAt });
  const { bookingId } = followed;
  const elsewhere = await findElsewhere(parts, target, { id: event.id, bookingId });
  return settleElsewhere(parts, followed, event, elsewhere);
}

/** What is yet to take place, and what was called off with us and is still to be taken out of Google. */
function isToBeFound({ ours, agreed }: Followed, now: Date): boolean {
  if (ours.state === 'confirmed') return ours.endsAt > now;
  const hasEndedEarly = ours.state === 'cancelled' || ours.state === 'expired';
  return hasEndedEarly && agreed.revision !== ours.revision;
}

async function settleThere(
  parts: Parts,
  followed: Followed,
  { account, googleCalendarId }: Target,
  event: CalendarEvent,
): Promise<Settled> {
  const settled = await settleEvent(parts, followed, { event, is: 'there' });
  if (settled !== 'look again') return settled;
  const access = accessOf(parts, account);
  const fresh = await parts.google.getEvent(access, googleCalendarId, event.id);
  if (fresh.status === 'cancelled') return 'stale';
  return settleEvent(parts, followed, { event: fresh, is: 'there', isFresh: true });
}

async function settleElsewhere(
  parts: Parts,
  followed: Followed,
  tombstone: CalendarEvent,
  elsewhere: Elsewhere,
): Promise<Settled> {
  const { updatedAt } = tombstone;
  if (elsewhere.is === 'nowhere') return settleEvent(parts, followed, { is: 'gone', updatedAt });
  if (elsewhere.is === 'out of reach')
    return settleEvent(parts, followed, { is: 'out of reach', updatedAt });
  const { calendarId, event } = elsewhere;
  await goAlong(parts, followed, calendarId);
  return settleEvent(parts, { ...followed, calendarId }, { event, is: 'there' });
}

/** From now on the other calendar is followed for this booking. */
export function goAlong(parts: Parts, followed: Followed, calendarId: string): Promise<void> {
  return organiserTransaction(parts, followed.organiserId, async (transaction) => {
    await updateCalendarOfEvent(transaction, followed, calendarId);
    const once = { onlyOne: calendarId };
    await parts.jobs.enqueue(transaction, 'follow-calendar', { calendarId }, once);
  });
}

// Brings a booking and what was read of its event together: decides under the organiser's lock, by the row as it stands
// then, and writes what follows and what is agreed on now in the same transaction. What is read twice follows once.
import type { AttendeeResponse, CalendarFlag } from '../../bookings/booking.ts';
import { followCancellation } from '../../bookings/follow-cancellation.ts';
import { followMove } from '../../bookings/follow-move.ts';
import { followResponse } from '../../bookings/follow-response.ts';
import { followRestoration } from '../../bookings/follow-restoration.ts';
import { organiserTransaction } from '../../bookings/organiser-transaction.ts';
import type { Transaction } from '../../database/database.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { MailMessage } from '../../jobs/jobs.ts';
import type { Parts } from '../../parts.ts';
import { compare, type Verdict } from './comparison.ts';
import {
  findFollowed,
  type Followed,
  updateAgreed,
  updateAgreedGone,
} from './followed-event-queries.ts';

/** What was read at Google. */
export type Seen =
  | { is: 'there'; event: CalendarEvent }
  | { is: 'gone' | 'out of reach'; updatedAt: Date | null };

type Settling = { parts: Parts; transaction: Transaction; followed: Followed; now: Date };

/** `another event`: the booking has a different one by now, and what was seen is none of its business. */
export type Settled = Verdict['is'] | 'another event';

export function settleEvent(
  parts: Parts,
  { bookingId, organiserId, calendarId, eventId }: Followed,
  seen: Seen,
): Promise<Settled> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const followed = await findFollowed(transaction, bookingId);
    const isSame = followed?.calendarId === calendarId && followed.eventId === eventId;
    if (!followed || !isSame) return 'another event';
    return settle({ parts, transaction, followed, now }, seen);
  });
}

async function settle(settling: Settling, seen: Seen): Promise<Settled> {
  const { followed, now } = settling;
  const theirs = seen.is === 'there' ? seen.event : seen.is;
  const verdict = compare(followed.agreed, theirs, followed.ours, now);
  if (verdict.is === 'stale') return verdict.is;
  if (seen.is === 'there' && !(await standsAfterAnswer(settling, seen.event)))
    return 'ours to publish';
  await act(settling, verdict, seen);
  if (isNewsOfTime(verdict)) await refreshBusy(settling);
  return verdict.is;
}

async function act(settling: Settling, verdict: Verdict, seen: Seen): Promise<void> {
  const { parts, transaction, followed, now } = settling;
  const { bookingId } = followed;
  switch (verdict.is) {
    case 'stale':
      return;
    case 'agreed':
      return isKnown(settling, seen, null) ? undefined : agree(settling, seen, null);
    case 'ours to publish':
      return verdict.overrules && followed.ours.changedBy === 'attendee'
        ? tell(settling, 'organiser-overruled')
        : undefined;
    case 'moved':
      await followMove(parts.jobs, transaction, { bookingId, now }, verdict);
      return agree(settling, seen, null);
    case 'deleted':
      await followCancellation(parts.jobs, transaction, { bookingId, now });
      return agree(settling, seen, null);
    case 'restored':
      await followRestoration(parts.jobs, transaction, { bookingId, now }, verdict);
      return agree(settling, seen, null);
    case 'flagged':
      return flag(settling, seen, verdict.flag);
  }
}

async function agree(
  { transaction, followed }: Settling,
  seen: Seen,
  flag: CalendarFlag | null,
): Promise<void> {
  const { bookingId } = followed;
  if (seen.is === 'there') return updateAgreed(transaction, bookingId, seen.event, flag);
  await updateAgreedGone(transaction, bookingId, { updatedAt: seen.updatedAt, flag });
}

function isKnown({ followed }: Settling, seen: Seen, flag: CalendarFlag | null): boolean {
  const { agreed, ours } = followed;
  if (agreed.revision !== ours.revision || followed.flag !== flag) return false;
  return agreed.etag === (seen.is === 'there' ? seen.event.etag : null);
}

/** Told once, when it becomes so. */
async function flag(settling: Settling, seen: Seen, flag: CalendarFlag): Promise<void> {
  if (isKnown(settling, seen, flag)) return;
  await agree(settling, seen, flag);
  if (settling.followed.flag !== flag) await tell(settling, 'organiser-flagged');
}

/** The attendee's answer to the invitation. False when it has called the booking off. */
async function standsAfterAnswer(
  { parts, transaction, followed, now }: Settling,
  { guests }: CalendarEvent,
): Promise<boolean> {
  const { bookingId, attendee, ours } = followed;
  const guest = guests.find(({ email }) => isSameAddress(email, attendee.email));
  if (!guest || ours.state !== 'confirmed') return true;
  const answer = { response: guest.response, comment: guest.comment ?? null };
  if (isSameAnswer(answer, attendee)) return true;
  const follow = { bookingId, now };
  return (await followResponse(parts.jobs, transaction, follow, answer)).stands;
}

function isSameAddress(one: string, other: string | null): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

function isSameAnswer(
  answer: { response: AttendeeResponse; comment: string | null },
  known: Followed['attendee'],
): boolean {
  const response = known.response ?? 'needsAction';
  return answer.response === response && answer.comment === known.comment;
}

function isNewsOfTime({ is }: Verdict): boolean {
  return is === 'moved' || is === 'deleted' || is === 'restored' || is === 'flagged';
}

async function refreshBusy({ parts, transaction, followed }: Settling): Promise<void> {
  const { organiserId } = followed;
  const once = { onlyOne: organiserId };
  await parts.jobs.enqueue(transaction, 'refresh-busy', { organiserId }, once);
}

/** Once, also where reading and publishing both come upon it. */
async function tell(
  { parts, transaction, followed }: Settling,
  message: MailMessage,
): Promise<void> {
  const { bookingId, ours } = followed;
  const payload = { bookingId, message, revision: ours.revision };
  const once = `${message} ${bookingId} ${ours.revision}`;
  await parts.jobs.enqueue(transaction, 'send-mail', payload, { once });
}

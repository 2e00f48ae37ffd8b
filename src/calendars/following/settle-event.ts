// Brings a booking and what was read of its event together: decides under the organiser's lock, by the row as it stands
// then, and writes what follows and what is agreed on now in the same transaction. What is read twice follows once.
import { followCancellation } from '../../bookings/follow-cancellation.ts';
import { followMove } from '../../bookings/follow-move.ts';
import { followRestoration } from '../../bookings/follow-restoration.ts';
import { organiserTransaction } from '../../bookings/organiser-transaction.ts';
import type { Transaction } from '../../database/database.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { MailMessage } from '../../jobs/jobs.ts';
import type { Parts } from '../../parts.ts';
import { compare, type Verdict } from './comparison.ts';
import { flag, flagBeside, flagUnpublished, tellFlag } from './flag-event.ts';
import {
  findFollowed,
  type Followed,
  updateAgreed,
  updateAgreedGone,
} from './followed-event-queries.ts';
import { standsAfterAnswer } from './settle-answer.ts';

/** What was read at Google. */
export type Seen =
  | { is: 'there'; event: CalendarEvent; isFresh?: boolean }
  | { is: 'gone' | 'out of reach'; updatedAt: Date | null };

export type Settling = { parts: Parts; transaction: Transaction; followed: Followed; now: Date };

export type Settled =
  | Verdict['is']
  /** The booking has a different one by now, and what was seen is none of its business. */
  | 'another event'
  /** It seems to have come out of the bin: for that, what was read a while ago will not do. */
  | 'look again';

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
  const verdict = unlessErased(compare(followed.agreed, theirs, followed.ours, now), followed);
  if (verdict.is === 'stale') return verdict.is;
  if (isReturn(verdict) && seen.is === 'there' && !seen.isFresh) return 'look again';
  if (seen.is === 'there' && !(await standsAfterAnswer(settling, seen.event)))
    return 'ours to publish';
  await act(settling, verdict, seen);
  if (isNewsOfTime(verdict)) await refreshBusy(settling);
  return verdict.is;
}

/** Of an appointment whose attendee was erased, nobody knows any more who would come. */
function unlessErased(verdict: Verdict, { attendee }: Followed): Verdict {
  const isErased = attendee.email === null;
  return verdict.is === 'restored' && isErased ? { is: 'flagged', flag: 'restored' } : verdict;
}

async function act(settling: Settling, verdict: Verdict, seen: Seen): Promise<void> {
  const { parts, transaction, followed, now } = settling;
  const { bookingId } = followed;
  switch (verdict.is) {
    case 'stale':
      return;
    case 'agreed':
      return agree(settling, seen);
    case 'ours to publish':
      await flagUnpublished(settling, seen);
      return verdict.overrules && followed.ours.changedBy === 'attendee'
        ? tellOverruled(settling)
        : undefined;
    case 'moved':
      await followMove(parts.jobs, transaction, { bookingId, now }, verdict);
      return agree(settling, seen);
    case 'deleted':
      await followCancellation(parts.jobs, transaction, {
        bookingId,
        now,
        hasMovedSince: hasMovedUntold(followed),
      });
      return agree(settling, seen);
    case 'restored':
      await followRestoration(parts.jobs, transaction, { bookingId, now }, verdict);
      return agree(settling, seen);
    case 'flagged':
      return flag(settling, seen, verdict.flag);
  }
}

/** Nothing is written where nothing is new. */
async function agree(settling: Settling, seen: Seen): Promise<void> {
  const { transaction, followed } = settling;
  const flag = flagBeside(settling, seen);
  if (isAgreed(followed, seen, flag)) return;
  const { bookingId } = followed;
  if (seen.is === 'there') await updateAgreed(transaction, bookingId, seen.event, flag);
  else await updateAgreedGone(transaction, bookingId, seen.updatedAt);
  await tellFlag(settling, flag);
}

function isAgreed({ agreed, ours, flag: before }: Followed, seen: Seen, flag: Followed['flag']) {
  if (agreed.revision !== ours.revision || before !== flag) return false;
  return agreed.etag === (seen.is === 'there' ? seen.event.etag : null);
}

/** The organiser knows of it by mail, and Google does not. */
function hasMovedUntold({ agreed, ours }: Followed): boolean {
  const isUntold = agreed.revision !== null && agreed.revision !== ours.revision;
  return isUntold && ours.changedBy === 'attendee';
}

function isReturn(verdict: Verdict): boolean {
  return verdict.is === 'restored' || (verdict.is === 'flagged' && verdict.flag === 'restored');
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
async function tellOverruled({ parts, transaction, followed }: Settling): Promise<void> {
  const mail = mailAbout(followed, 'organiser-overruled');
  const once = `${mail.message} ${mail.bookingId} ${mail.revision}`;
  await parts.jobs.enqueue(transaction, 'send-mail', mail, { once });
}

function mailAbout({ bookingId, ours }: Followed, message: MailMessage) {
  return { bookingId, message, revision: ours.revision };
}

// Makes Google match the booking as it stands. May run at any time, twice, late, or beside itself: what it does follows
// from the booking and from Google's event, never from why it was called.
import { GoogleFailure, type GoogleFailureCode } from '../google/google-failure.ts';
import { secondsUntilRepeat } from '../google/retry-policy.ts';
import type { Parts } from '../parts.ts';
import type { Outcome, Target } from './agree.ts';
import { completeConference } from './complete-conference.ts';
import { markFailure, markSuccess } from './mark-account.ts';
import { findPublication, updatePublishFailure } from './publication-queries.ts';
import { belongsInCalendar, isAgreed, isSettled, type Publication } from './publication.ts';
import { publishEvent } from './publish-event.ts';
import { withdrawEvent } from './withdraw-event.ts';

/** A round ends early when the booking or the event changed under it; ever again would be a fault of ours. */
const mostRounds = 8;
/** Once the account is connected again, it catches up. */
const waitsForOrganiser = new Set<GoogleFailureCode>(['needs_reconnect', 'missing_scope']);
const dayMs = 24 * 60 * 60_000;

export async function publishBooking(
  parts: Parts,
  { bookingId }: { bookingId: string },
): Promise<void> {
  for (let round = 1; round <= mostRounds; round++) {
    const publication = await findPublication(parts.database, bookingId);
    if (!publication || isSettled(publication)) return;
    // Without a calendar, or with an account to be reconnected, it waits: see catch-up-account.
    if (publication.target?.account.state !== 'connected') return;
    if ((await attempt(parts, publication, publication.target)) === 'done') return;
  }
  throw new Error('a booking kept changing while it was published');
}

async function attempt(parts: Parts, publication: Publication, target: Target): Promise<Outcome> {
  try {
    const outcome = await stepFor(publication)(parts, publication, target);
    await markSuccess(parts, target.account);
    return outcome;
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    if (error.code === 'changed_meanwhile') return 'read again';
    await markFailure(parts, target.account, error);
    await repeatLater(parts, publication, error);
    return 'done';
  }
}

function stepFor(publication: Publication): typeof publishEvent {
  if (isAgreed(publication)) return completeConference;
  return belongsInCalendar(publication) ? publishEvent : withdrawEvent;
}

async function repeatLater(
  parts: Parts,
  publication: Publication,
  failure: GoogleFailure,
): Promise<void> {
  const { bookingId, changedAt, endsAt } = publication;
  const now = parts.clock().getTime();
  const seconds = secondsUntilRepeat(failure.code, now - changedAt.getTime());
  const isOver = now > endsAt.getTime() + dayMs;
  const isGivenUp = isOver || (seconds === null && !waitsForOrganiser.has(failure.code));
  await updatePublishFailure(parts.database, publication, {
    failure,
    at: parts.clock(),
    isGivenUp,
  });
  if (isOver || seconds === null) {
    parts.log.error({ bookingId, code: failure.code }, 'a booking could not be published');
    return;
  }
  await parts.jobs.enqueue(null, 'publish-booking', { bookingId }, { afterSeconds: seconds });
}

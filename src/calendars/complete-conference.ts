// Fetches the Meet link of an event that is published already: Google may take a while to make one.
import { secondsUntilRepeat } from '../google/retry-policy.ts';
import type { Parts } from '../parts.ts';
import { keepConferenceLink, type Outcome, type Target } from './agree.ts';
import { accessOf } from './mark-account.ts';
import type { Publication } from './publication.ts';

/** Throws GoogleFailure. */
export async function completeConference(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const { bookingId, eventId, changedAt } = publication;
  const access = accessOf(parts, target.account);
  const event = await parts.google.getEvent(access, target.googleCalendarId, eventId!);
  if (event.conferenceLink !== null) {
    await keepConferenceLink(parts, publication, event.conferenceLink);
  } else if (event.isConferencePending) {
    const pendingForMs = parts.clock().getTime() - changedAt.getTime();
    const afterSeconds = secondsUntilRepeat('unavailable', pendingForMs) ?? 0;
    await parts.jobs.enqueue(null, 'publish-booking', { bookingId }, { afterSeconds });
  }
  return 'done';
}

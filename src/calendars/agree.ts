// Keeps in the booking's row what Google has of it. Nothing is kept when the booking has changed since it was read: the
// caller reads again.
import { lockOrganiser } from '../bookings/booking-locks.ts';
import type { Transaction } from '../database/database.ts';
import type { CalendarEvent } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import {
  updateAgreement,
  updateConferenceLink,
  updateEventId,
  type Agreement,
} from './publication-queries.ts';
import { awaitsConference, type Publication } from './publication.ts';

export type Target = NonNullable<Publication['target']>;
export type Outcome = 'done' | 'read again';

const conferenceAfterSeconds = 5;

/** Before Google is called, so that an event whose answer was lost is found again. */
export async function reserveEventId(
  parts: Parts,
  publication: Publication,
  { calendarId }: Target,
  eventId: string,
): Promise<Outcome> {
  await underLock(parts, publication, (transaction) =>
    updateEventId(transaction, publication, { calendarId, eventId }),
  );
  return 'read again';
}

/** `isOurWrite`: the event is the answer to our own change; else others may have changed it since we did. */
export async function agreeOnEvent(
  parts: Parts,
  publication: Publication,
  event: CalendarEvent,
  { isOurWrite }: { isOurWrite: boolean },
): Promise<Outcome> {
  const { iCalUid, link, conferenceLink, status } = event;
  const etag = isOurWrite ? event.etag : null;
  return agree(parts, publication, { etag, status, iCalUid, link, conferenceLink });
}

export async function agreeOnNoEvent(parts: Parts, publication: Publication): Promise<Outcome> {
  const nothing = { etag: null, iCalUid: null, link: null, conferenceLink: null };
  return agree(parts, publication, { ...nothing, status: 'cancelled' });
}

async function agree(
  parts: Parts,
  publication: Publication,
  agreement: Agreement,
): Promise<Outcome> {
  return underLock(parts, publication, async (transaction) => {
    if (!(await updateAgreement(transaction, publication, agreement))) return 'read again';
    await enqueueWhatFollows(parts, transaction, publication, agreement);
    return 'done';
  });
}

export function keepConferenceLink(
  parts: Parts,
  publication: Publication,
  link: string,
): Promise<void> {
  return underLock(parts, publication, (transaction) =>
    updateConferenceLink(transaction, publication.bookingId, link),
  );
}

function underLock<Result>(
  { database, clock }: Parts,
  { organiserId }: Publication,
  write: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    await lockOrganiser(transaction, organiserId, clock());
    return write(transaction);
  });
}

async function enqueueWhatFollows(
  parts: Parts,
  transaction: Transaction,
  { bookingId, organiserId, ...publication }: Publication,
  { conferenceLink }: Agreement,
): Promise<void> {
  const { jobs } = parts;
  await jobs.enqueue(transaction, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
  if (!awaitsConference({ ...publication, conferenceLink })) return;
  const afterSeconds = conferenceAfterSeconds;
  await jobs.enqueue(transaction, 'publish-booking', { bookingId }, { afterSeconds });
}

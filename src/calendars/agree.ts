// Keeps in the booking's row what Google has of it. Nothing is kept when the booking has changed since it was read: the
// caller reads again.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
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
  await organiserTransaction(parts, publication.organiserId, (transaction) =>
    updateEventId(transaction, publication, { calendarId, eventId }),
  );
  return 'read again';
}

/** The event is Google's answer to our own write. */
export async function agreeOnEvent(
  parts: Parts,
  publication: Publication,
  event: CalendarEvent,
): Promise<Outcome> {
  return agree(parts, publication, event);
}

/** `updatedAt`: Google's time of the state that was deleted, where another than the one agreed on was seen. */
export async function agreeOnNoEvent(
  parts: Parts,
  publication: Publication,
  updatedAt: Date | null = null,
): Promise<Outcome> {
  const nothing = { etag: null, iCalUid: null, link: null, conferenceLink: null, guests: [] };
  return agree(parts, publication, { ...nothing, updatedAt, status: 'cancelled' });
}

async function agree(
  parts: Parts,
  publication: Publication,
  agreement: Agreement,
): Promise<Outcome> {
  return organiserTransaction(parts, publication.organiserId, async (transaction) => {
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
  return organiserTransaction(parts, publication.organiserId, (transaction) =>
    updateConferenceLink(transaction, publication.bookingId, link),
  );
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

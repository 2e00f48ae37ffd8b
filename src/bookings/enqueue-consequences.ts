// What follows a change of a booking, put in line in the same transaction: the calendar event and the mails.
import type { Transaction } from '../database/database.ts';
import type { Jobs, MailMessage } from '../jobs/jobs.ts';
import { getBooking } from './booking-queries.ts';

export async function enqueueConsequences(
  jobs: Jobs,
  transaction: Transaction,
  bookingId: string,
  consequences: { publish: boolean; mails: readonly MailMessage[] },
): Promise<void> {
  const { revision } = await getBooking(transaction, bookingId);
  if (consequences.publish) await jobs.enqueue(transaction, 'publish-booking', { bookingId });
  for (const message of consequences.mails)
    await jobs.enqueue(transaction, 'send-mail', { bookingId, message, revision });
}

/** A mirror stood in for Google: it is to be asked again soon. */
export async function enqueueRecheck(
  jobs: Jobs,
  transaction: Transaction,
  bookingId: string,
): Promise<void> {
  await jobs.enqueue(transaction, 'recheck-booking', { bookingId }, { afterSeconds: 5 });
}

/** Two that change places meet until the second has moved too: in a few seconds that is over, and nobody is asked to look. */
const clashPatienceSeconds = 3;

/** `otherwise` is told instead where the clash is over by then. */
export async function enqueueClashMail(
  jobs: Jobs,
  transaction: Transaction,
  bookingId: string,
  otherwise?: MailMessage,
): Promise<void> {
  const { revision } = await getBooking(transaction, bookingId);
  const mail = { bookingId, message: 'organiser-clash', revision } as const;
  const afterSeconds = clashPatienceSeconds;
  await jobs.enqueue(transaction, 'send-mail', otherwise ? { ...mail, otherwise } : mail, {
    afterSeconds,
  });
}

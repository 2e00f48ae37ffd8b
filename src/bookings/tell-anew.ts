// A mail about what may come about again while the booking itself stays as it is: told each time that it does.
import type { Transaction } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { deleteSentMail, type MailKey } from './sent-mail-queries.ts';

export async function tellAnew(
  jobs: Jobs,
  transaction: Transaction,
  mail: MailKey,
  now: Date,
): Promise<void> {
  await deleteSentMail(transaction, mail);
  await jobs.enqueue(transaction, 'send-mail', { ...mail, since: now.toISOString() });
}

// Which mails went out, and which were refused: one change gives one mail, however often its job runs.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { MailMessage } from '../jobs/jobs.ts';

export type MailKey = { bookingId: string; message: MailMessage; revision: number };

export async function hasBeenSent(
  database: Queryable,
  { bookingId, message, revision }: MailKey,
): Promise<boolean> {
  const rows = await database.query(sql`
    select sent_at as "sentAt" from sent_mails
    where booking_id = ${bookingId} and message = ${message} and revision = ${revision}`);
  return rows.length > 0;
}

/** `refusal`: the mail server's words, where it will never take the mail. */
export async function insertSentMail(
  database: Queryable,
  { bookingId, message, revision }: MailKey,
  sentAt: Date,
  refusal: string | null = null,
): Promise<void> {
  await database.query(sql`
    insert into sent_mails (booking_id, message, revision, sent_at, refusal)
    values (${bookingId}, ${message}, ${revision}, ${sentAt}, ${refusal}) on conflict do nothing`);
}

/** What it told has become so again: it is to be told anew. */
export async function deleteSentMail(
  database: Queryable,
  { bookingId, message, revision }: MailKey,
): Promise<void> {
  await database.query(sql`
    delete from sent_mails
    where booking_id = ${bookingId} and message = ${message} and revision = ${revision}`);
}

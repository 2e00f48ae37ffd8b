// Which mails went out, and which were refused: one change gives one mail, however often its job runs.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { MailMessage } from '../jobs/jobs.ts';
import type { SlotTimes } from '../problem.ts';
import type { Actor } from './booking.ts';
import type { KnownTimes } from './known-times.ts';
import type { Audience } from './mail-facts.ts';

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

/** `refusal`: the mail server's words, where it will never take the mail. `told`: when it said that the booking is. */
export async function insertSentMail(
  database: Queryable,
  { bookingId, message, revision }: MailKey,
  sentAt: Date,
  { refusal = null, told }: { refusal?: string | null; told: SlotTimes },
): Promise<void> {
  const { startsAt, endsAt } = told;
  await database.query(sql`
    insert into sent_mails (booking_id, message, revision, sent_at, refusal, told_starts_at, told_ends_at)
    values (${bookingId}, ${message}, ${revision}, ${sentAt}, ${refusal}, ${startsAt}, ${endsAt})
    on conflict do nothing`);
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

const ownActors: Record<Audience, Actor[]> = {
  attendee: ['attendee'],
  organiser: ['organiser', 'google'],
};

/** To one side of the booking, by its own doing or by a mail that arrived; latest first. */
export async function listKnownTimes(
  database: Queryable,
  bookingId: string,
  audience: Audience,
): Promise<KnownTimes[]> {
  return database.query<KnownTimes>(sql`
    select starts_at as "startsAt", ends_at as "endsAt", at, false as "isTold"
    from booking_history where booking_id = ${bookingId} and actor = any(${ownActors[audience]})
    union all
    select told_starts_at, told_ends_at, sent_at, true
    from sent_mails
    where booking_id = ${bookingId} and refusal is null and told_starts_at is not null
      and (message like 'organiser-%') = ${audience === 'organiser'}
    order by at desc, "isTold" desc`);
}

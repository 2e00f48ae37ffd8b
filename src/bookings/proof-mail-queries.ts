// The mails of one request that ask for the proof. Each has a revision of its own: one revision, one mail.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ProofMails } from './proof-mails.ts';

export async function getProofMails(database: Queryable, bookingId: string): Promise<ProofMails> {
  const [row] = await database.query<ProofMails>(sql`
    select coalesce(array_agg(sent.sent_at order by sent.sent_at) filter (where sent.sent_at is not null), '{}') as "sentAt",
      coalesce(bool_and(sent.revision is distinct from booking.revision), true) as "isOnItsWay"
    from bookings booking
      left join sent_mails sent on sent.booking_id = booking.id and sent.message = 'prove-address'
    where booking.id = ${bookingId}`);
  return row!;
}

export async function raiseRevision(database: Queryable, bookingId: string): Promise<void> {
  await database.query(sql`
    update bookings set revision = revision + 1 where id = ${bookingId}`);
}

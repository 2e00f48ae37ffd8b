// Erasing a person: bookings keep their times and how they ended, and nothing that says whose they were.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Addressee } from './receipt-queries.ts';
import type { Receipt, ReceiptMail } from './receipt.ts';

/**
 * Every link that was given out ends. What is over is cut from its event at Google; what was just cancelled stays tied
 * to it until the event is gone there.
 */
export async function eraseBookings(database: Queryable, ids: readonly string[]): Promise<void> {
  await database.query(sql`
    update bookings set attendee_id = null, attendee_name = null, attendee_email = null, attendee_phone = null,
      attendee_time_zone = null, attendee_locale = null, attendee_comment = null, new_patient = null, age = null,
      gender = null, address = null, answers = null, note = null, organiser_note = null, reason = null, client = null,
      manage_generation = manage_generation + 1,
      google_event_id = case when state in ('completed', 'no_show') then null else google_event_id end,
      ical_uid = case when state in ('completed', 'no_show') then null else ical_uid end,
      event_link = null, conference_link = null, publish_failure_said = null, publish_failure = null
    where id = any(${ids})`);
}

export async function eraseReasons(database: Queryable, ids: readonly string[]): Promise<void> {
  await database.query(sql`
    update booking_history set reason = null where booking_id = any(${ids}) and reason is not null`);
}

/** A mail server's words may name the address. */
export async function eraseRefusals(database: Queryable, ids: readonly string[]): Promise<void> {
  await database.query(sql`
    update sent_mails set refusal = 'erased' where booking_id = any(${ids}) and refusal is not null`);
}

export async function insertReceipt(
  database: Queryable,
  organiserId: string,
  { erasedAt, fields, addressCount, bookingCount, cancelledCount }: Omit<Receipt, 'id' | 'mail'>,
  addressee: Addressee | null,
): Promise<string> {
  const { name = null, address = null, language = null, timeZone = null } = addressee ?? {};
  const mail: ReceiptMail | null = addressee && 'on_its_way';
  const [row] = await database.query<{ id: string }>(sql`
    insert into erasures (organiser_id, erased_at, fields, address_count, booking_count, cancelled_count,
      receipt_name, receipt_address, receipt_language, receipt_time_zone, receipt_mail)
    values (${organiserId}, ${erasedAt}, ${fields}, ${addressCount}, ${bookingCount}, ${cancelledCount},
      ${name}, ${address}, ${language}, ${timeZone}, ${mail})
    returning id`);
  return row!.id;
}

/** Latest first; or that one alone. */
export async function listReceipts(
  database: Queryable,
  organiserId: string,
  id: string | null = null,
): Promise<Receipt[]> {
  return database.query<Receipt>(sql`
    select id, erased_at as "erasedAt", fields, address_count as "addressCount",
      booking_count as "bookingCount", cancelled_count as "cancelledCount",
      coalesce(receipt_mail, 'none') as mail
    from erasures
    where organiser_id = ${organiserId} and (${id}::uuid is null or id = ${id})
    order by erased_at desc, id limit 100`);
}

/** Throws not_found. */
export async function getReceipt(
  database: Queryable,
  organiserId: string,
  id: string,
): Promise<Receipt> {
  const [receipt] = await listReceipts(database, organiserId, id);
  if (!receipt) throw new Problem('not_found', say('You have no such receipt.'));
  return receipt;
}

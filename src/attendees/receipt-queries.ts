// To whom a receipt is yet to be mailed: kept until the mail is out, a day at the most.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Language } from '../languages/language.ts';

export type Addressee = {
  name: string;
  address: string;
  language: Language;
  /** Null: the organiser's. */
  timeZone: string | null;
};

/** Null: it is out, or it was too long ago. */
export async function findAddressee(
  database: Queryable,
  erasureId: string,
): Promise<(Addressee & { organiserId: string }) | null> {
  const [row] = await database.query<Addressee & { organiserId: string }>(sql`
    select organiser_id as "organiserId", receipt_name as name, receipt_address as address,
      receipt_language as language, receipt_time_zone as "timeZone"
    from erasures where id = ${erasureId} and receipt_address is not null`);
  return row ?? null;
}

export async function updateReceiptMailed(
  database: Queryable,
  erasureId: string,
  outcome: 'sent' | 'failed',
): Promise<void> {
  await database.query(sql`
    update erasures set receipt_mail = ${outcome}, receipt_name = null, receipt_address = null,
      receipt_language = null, receipt_time_zone = null
    where id = ${erasureId}`);
}

/** A mail server that has not taken the mail in a day does not get it any more. */
export async function forgetAddressees(database: Queryable, now: Date): Promise<void> {
  await database.query(sql`
    update erasures set receipt_mail = 'failed', receipt_name = null, receipt_address = null,
      receipt_language = null, receipt_time_zone = null
    where receipt_address is not null and erased_at <= ${now}::timestamptz - interval '1 day'`);
}

// What keeps requests honest: limits per address and client, and Idempotency-Key.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Requests within the last hour: unproven ones of the address, and all of the client. */
export async function countRecentRequests(
  database: Queryable,
  { email, client }: { email: string; client: string | null },
  now: Date,
): Promise<{ ofAddress: number; ofClient: number }> {
  const [row] = await database.query<{ ofAddress: number; ofClient: number }>(sql`
    select
      (select count(*)::integer from bookings
       where lower(attendee_email) = lower(${email}) and requested_at > ${now}::timestamptz - interval '1 hour'
         and proven_at is null and confirmed_at is null) as "ofAddress",
      (select count(*)::integer from bookings
       where client = ${client} and requested_at > ${now}::timestamptz - interval '1 hour') as "ofClient"`);
  return row!;
}

export type Idempotency = { keyHash: Buffer; bodyHash: Buffer };

export async function findIdempotentRequest(
  database: Queryable,
  { keyHash }: Idempotency,
  now: Date,
): Promise<{ bodyHash: Buffer; bookingId: string } | null> {
  const [row] = await database.query<{ bodyHash: Buffer; bookingId: string }>(sql`
    select body_hash as "bodyHash", booking_id as "bookingId" from idempotent_requests
    where key_hash = ${keyHash} and created_at > ${now}::timestamptz - interval '24 hours'`);
  return row ?? null;
}

export async function insertIdempotentRequest(
  database: Queryable,
  { keyHash, bodyHash }: Idempotency,
  bookingId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    insert into idempotent_requests (key_hash, body_hash, booking_id, created_at)
    values (${keyHash}, ${bodyHash}, ${bookingId}, ${now})
    on conflict (key_hash) do update
    set body_hash = excluded.body_hash, booking_id = excluded.booking_id, created_at = excluded.created_at`);
}

// What keeps requests honest: limits per address and client, and Idempotency-Key.
import type { Queryable, Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

/** Who asks, and the request that this is about. */
export type Requester = { id: string; email: string; client: string | null };

/** Taken after the organiser's lock, always: an address and a client turn to several organisers at once. */
export async function lockLimits(
  transaction: Transaction,
  { email, client }: Requester,
): Promise<void> {
  const limited = [
    `address ${email.toLowerCase()}`,
    ...(client === null ? [] : [`client ${client}`]),
  ];
  await transaction.query(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from (select name from unnest(${limited}::text[]) as name order by name) as names`);
}

/**
 * The other unproven requests of the last hour that fill a limit: the third of the address, the tenth of the client.
 * A waiting room is one client too: whoever proves the address makes room for the next. What is booked without any
 * proof fills the client's limit all the same.
 */
export async function findLimitingRequests(
  database: Queryable,
  { id, email, client }: Requester,
  now: Date,
): Promise<{ ofAddress: Date | null; ofClient: Date | null }> {
  const [row] = await database.query<{ ofAddress: Date | null; ofClient: Date | null }>(sql`
    select
      (select requested_at from bookings
       where lower(attendee_email) = lower(${email}) and requested_at > ${now}::timestamptz - interval '1 hour'
         and proven_at is null and confirmed_at is null and id <> ${id}
       order by requested_at desc offset 2 limit 1) as "ofAddress",
      (select requested_at from bookings
       where client = ${client} and requested_at > ${now}::timestamptz - interval '1 hour'
         and proven_at is null and id <> ${id}
       order by requested_at desc offset 9 limit 1) as "ofClient"`);
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

/** Throws idempotency_mismatch when the key has just come with another body, at another organiser. */
export async function insertIdempotentRequest(
  database: Queryable,
  { keyHash, bodyHash }: Idempotency,
  bookingId: string,
  now: Date,
): Promise<void> {
  const rows = await database.query(sql`
    insert into idempotent_requests (key_hash, body_hash, booking_id, created_at)
    values (${keyHash}, ${bodyHash}, ${bookingId}, ${now})
    on conflict (key_hash) do update
    set body_hash = excluded.body_hash, booking_id = excluded.booking_id, created_at = excluded.created_at
    where idempotent_requests.created_at <= ${now}::timestamptz - interval '24 hours'
    returning created_at as "createdAt"`);
  if (rows.length === 0) throw idempotencyMismatch();
}

export function idempotencyMismatch(): Problem {
  return new Problem(
    'idempotency_mismatch',
    say('This Idempotency-Key came with another body before.'),
  );
}

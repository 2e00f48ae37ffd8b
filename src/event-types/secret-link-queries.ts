// Secret links and how often they were used. A use is a booking that has neither ended early nor run out.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { SecretLink } from './secret-link.ts';

/** The oldest first. */
export async function listSecretLinks(
  database: Queryable,
  eventTypeId: string,
  now: Date,
): Promise<SecretLink[]> {
  return database.query<SecretLink>(sql`
    select l.id, l.event_type_id as "eventTypeId", l.label, l.most_uses as "mostUses",
      l.expires_at as "expiresAt", l.created_at as "createdAt", l.revoked_at as "revokedAt",
      (select count(*)::integer from bookings b
       where b.secret_link_id = l.id and b.state not in ('held', 'cancelled', 'expired')
         and not (b.state = 'requested' and b.expires_at <= ${now})) as uses
    from secret_links l where l.event_type_id = ${eventTypeId} order by l.created_at, l.id`);
}

export async function insertSecretLink(
  database: Queryable,
  link: Pick<SecretLink, 'eventTypeId' | 'label' | 'mostUses' | 'expiresAt'>,
  organiserId: string,
  now: Date,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql`
    insert into secret_links (organiser_id, event_type_id, label, most_uses, expires_at, created_at)
    values (${organiserId}, ${link.eventTypeId}, ${link.label}, ${link.mostUses}, ${link.expiresAt}, ${now})
    returning id`);
  return row!.id;
}

/** The first time counts. */
export async function updateToRevoked(database: Queryable, id: string, now: Date): Promise<void> {
  await database.query(sql`
    update secret_links set revoked_at = coalesce(revoked_at, ${now}) where id = ${id}`);
}

export async function updateToUnrevoked(database: Queryable, id: string): Promise<void> {
  await database.query(sql`update secret_links set revoked_at = null where id = ${id}`);
}

export async function findLinkOfBooking(
  database: Queryable,
  bookingId: string,
): Promise<string | null> {
  const [row] = await database.query<{ id: string | null }>(sql`
    select secret_link_id as id from bookings where id = ${bookingId}`);
  return row?.id ?? null;
}

/** Whether it lets in no other booking than this one. */
export async function isLinkUsedUp(
  database: Queryable,
  id: string,
  bookingId: string,
): Promise<boolean> {
  const [row] = await database.query<{ isUsedUp: boolean }>(sql`
    select is_link_used_up(${id}, ${bookingId}) as "isUsedUp"`);
  return row!.isUsedUp;
}

// What a push message is held against, and what is kept of it.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export type ToldChannel = {
  organiserId: string;
  calendarId: string | null;
  resourceId: string | null;
  expiresAt: Date;
  toldAt: Date | null;
};

export async function findToldChannel(
  database: Queryable,
  id: string,
): Promise<ToldChannel | null> {
  const [row] = await database.query<ToldChannel>(sql`
    select account.organiser_id as "organiserId", channel.calendar_id as "calendarId",
      channel.resource_id as "resourceId", channel.expires_at as "expiresAt", channel.told_at as "toldAt"
    from channels channel
    join google_accounts account on account.id = channel.google_account_id
    where channel.id = ${id}`);
  return row ?? null;
}

/** The first message may tell what Google's answer to `watch` has not yet told, or never will. */
export async function updateChannelTold(
  database: Queryable,
  id: string,
  message: { resourceId: string; number: number; expiresAt: Date | null; at: Date },
): Promise<void> {
  const { resourceId, number, expiresAt, at } = message;
  await database.query(sql`
    update channels
    set expires_at = case when resource_id is null then coalesce(${expiresAt}, expires_at) else expires_at end,
      resource_id = coalesce(resource_id, ${resourceId}),
      message_number = greatest(message_number, ${number}), told_at = greatest(told_at, ${at})
    where id = ${id}`);
}

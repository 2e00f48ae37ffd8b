// The watch channels that Google may have, and the calendars that it would not watch.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { WatchedUntil } from '../../google/google.ts';
import type { Account } from '../calendar.ts';
import type { Channel } from './channel.ts';

type ChannelRow = Omit<Channel, 'account'> & {
  accountId: string;
  organiserId: string;
  email: string;
  state: Account['state'];
  refreshTokenSealed: Buffer | null;
};

/** Of all connected accounts, or of one: no other channel can be stopped. */
export async function listChannels(
  database: Queryable,
  accountId: string | null = null,
): Promise<Channel[]> {
  const rows = await database.query<ChannelRow>(sql`
    select channel.id, channel.calendar_id as "calendarId", channel.address, channel.resource_id as "resourceId",
      channel.opened_at as "openedAt", channel.expires_at as "expiresAt",
      account.backs_off_until as "backsOffUntil", account.id as "accountId",
      account.organiser_id as "organiserId", account.email, account.state,
      account.refresh_token_sealed as "refreshTokenSealed"
    from channels channel
    join google_accounts account on account.id = channel.google_account_id
    where case when ${accountId}::uuid is null then account.state = 'connected' else account.id = ${accountId}::uuid end
    order by channel.id`);
  return rows.map(channelOf);
}

function channelOf(row: ChannelRow): Channel {
  const { accountId, organiserId, email, state, refreshTokenSealed, ...channel } = row;
  return { ...channel, account: { id: accountId, organiserId, email, state, refreshTokenSealed } };
}

/** False when the calendar has gone meanwhile. */
export async function insertChannel(
  database: Queryable,
  channel: Pick<Channel, 'id' | 'address' | 'openedAt' | 'expiresAt'> & { calendarId: string },
): Promise<boolean> {
  const { id, calendarId, address, openedAt, expiresAt } = channel;
  const rows = await database.query(sql`
    insert into channels (id, google_account_id, calendar_id, address, opened_at, expires_at)
    select ${id}::uuid, google_account_id, id, ${address}, ${openedAt}::timestamptz, ${expiresAt}::timestamptz
    from calendars where id = ${calendarId}
    returning id`);
  return rows.length > 0;
}

/** False when the channel is wanted no more: its account has gone meanwhile. */
export async function updateChannelOpened(
  database: Queryable,
  id: string,
  { resourceId, expiresAt }: WatchedUntil,
): Promise<boolean> {
  const rows = await database.query(sql`
    update channels set resource_id = ${resourceId}, expires_at = ${expiresAt} where id = ${id}
    returning id`);
  return rows.length > 0;
}

export async function deleteChannel(database: Queryable, id: string): Promise<void> {
  await database.query(sql`delete from channels where id = ${id}`);
}

export async function deleteChannelsOf(database: Queryable, accountId: string): Promise<void> {
  await database.query(sql`delete from channels where google_account_id = ${accountId}`);
}

/** Google has forgotten them too. */
export async function deleteExpiredChannels(database: Queryable, now: Date): Promise<void> {
  await database.query(sql`delete from channels where expires_at <= ${now}`);
}

export type ShownChannel = {
  calendarId: string;
  /** `refused`: Google would not watch the calendar, so that it is polled; it is asked again. */
  state: 'open' | 'opening' | 'refused';
  /** Null without a channel. */
  expiresAt: Date | null;
  /** When the latest message came. */
  toldAt: Date | null;
  /** Google's reason for a refusal. */
  error: string | null;
};

/** One for each calendar of the account that has a channel or was refused one: the channel that lasts longest. */
export async function listChannelsOf(
  database: Queryable,
  accountId: string,
): Promise<ShownChannel[]> {
  return database.query<ShownChannel>(sql`
    select distinct on (calendar.id) calendar.id as "calendarId",
      case when channel.resource_id is not null then 'open' when refusal.error is not null then 'refused'
        else 'opening' end as state,
      case when channel.resource_id is not null then channel.expires_at end as "expiresAt",
      channel.told_at as "toldAt", refusal.error
    from calendars calendar
    left join channels channel on channel.calendar_id = calendar.id
    left join watch_refusals refusal on refusal.calendar_id = calendar.id
    where calendar.google_account_id = ${accountId} and (channel.id is not null or refusal.error is not null)
    order by calendar.id, channel.resource_id is null, channel.expires_at desc`);
}

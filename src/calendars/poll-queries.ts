// When each calendar was last asked, with or without success: for its busy time, and for what became of its bookings.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type LastAsked = { calendarId: string; busyAt: Date | null; followedAt: Date | null };

export async function listLastAsked(database: Queryable): Promise<LastAsked[]> {
  return database.query<LastAsked>(sql`
    select calendar.id as "calendarId", greatest(mirror.checked_at, mirror.failed_at) as "busyAt",
      greatest(followed.synced_at, followed.failed_at) as "followedAt"
    from calendars calendar
    left join busy_mirrors mirror on mirror.calendar_id = calendar.id
    left join followed_calendars followed on followed.calendar_id = calendar.id
    where mirror.calendar_id is not null or followed.calendar_id is not null`);
}

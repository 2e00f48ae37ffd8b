// Bookings of weeks ago, as rows: nobody can book in the past.
import { sql } from '../../src/database/sql.ts';
import type { MadeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';

export async function insertPast(
  { parts }: TestService,
  { organiser, eventType }: MadeOrganiser,
  starts: string,
  wishes: { state?: string; daysAhead?: number } = {},
): Promise<void> {
  const { state = 'completed', daysAhead = 3 } = wishes;
  const startsAt = new Date(starts);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  const bookedAt = new Date(startsAt.getTime() - daysAhead * 86_400_000);
  await parts.database.query(sql`
    insert into bookings (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by,
      created_at, requested_at, confirmed_at, attendee_name, attendee_email)
    values (${organiser.id}, ${eventType.id}, ${state}, ${startsAt}, ${endsAt},
      tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz), ${bookedAt}, 'attendee', ${bookedAt}, ${bookedAt}, ${bookedAt},
      'Lea Attendee', 'lea@example.org')`);
}

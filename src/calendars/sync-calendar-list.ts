// Brings our list of an account's calendars in line with Google's.
import type { Queryable } from '../database/database.ts';
import type { Parts } from '../parts.ts';
import {
  deleteUnlistedCalendars,
  updateMissingBookingCalendar,
  upsertCalendar,
} from './calendar-queries.ts';
import type { Account } from './calendar.ts';
import { accessOf } from './mark-account.ts';

type Owner = Pick<Account, 'id' | 'organiserId' | 'refreshTokenSealed'>;

/** Asks Google first and writes then. Throws GoogleFailure. */
export async function syncCalendarList(
  parts: Pick<Parts, 'google' | 'seal'>,
  database: Queryable,
  account: Owner,
): Promise<void> {
  const calendars = await parts.google.listCalendars(accessOf(parts, account));
  for (const calendar of calendars) await upsertCalendar(database, account, calendar);
  const listed = calendars.map((calendar) => calendar.googleCalendarId);
  await deleteUnlistedCalendars(database, account.id, listed);
  await updateMissingBookingCalendar(database, account);
}

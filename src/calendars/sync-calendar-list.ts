// Brings our list of an account's calendars in line with Google's.
import type { Database, Transaction } from '../database/database.ts';
import type { ListedCalendar } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import { updateListedAt } from './account-queries.ts';
import {
  deleteUnusedCalendars,
  updateMissingBookingCalendar,
  updateUnlistedCalendars,
  upsertCalendar,
} from './calendar-queries.ts';
import type { Account } from './calendar.ts';
import { accessOf } from './mark-account.ts';

type Owner = Pick<Account, 'id' | 'organiserId' | 'refreshTokenSealed'>;

/** Asks Google first and writes then. Throws GoogleFailure. */
export async function syncCalendarList(
  parts: Pick<Parts, 'google' | 'seal' | 'clock'>,
  database: Database,
  account: Owner,
): Promise<void> {
  const calendars = await parts.google.listCalendars(accessOf(parts, account));
  await database.transaction((transaction) =>
    storeList(transaction, account, calendars.toSorted(byId), parts.clock()),
  );
}

/** One order for all, so that two at once wait for each other and never in a circle. */
function byId(a: ListedCalendar, b: ListedCalendar): number {
  return a.googleCalendarId < b.googleCalendarId ? -1 : 1;
}

async function storeList(
  transaction: Transaction,
  account: Owner,
  calendars: ListedCalendar[],
  now: Date,
): Promise<void> {
  const listed = calendars.map((calendar) => calendar.googleCalendarId);
  for (const calendar of calendars) await upsertCalendar(transaction, account, calendar);
  await updateUnlistedCalendars(transaction, account.id, listed, now);
  await deleteUnusedCalendars(transaction, account.organiserId);
  await updateMissingBookingCalendar(transaction, account);
  await updateListedAt(transaction, account.id, now);
}

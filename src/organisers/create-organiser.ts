// A first sign-in: the organiser, a handle of their own, hours, and three event types, all at once or not at all.
import { updateAvailability } from '../availability/availability-queries.ts';
import { isTimeZone } from '../availability/time-zone.ts';
import type { Transaction } from '../database/database.ts';
import { firstEventTypes } from '../event-types/new-event-type.ts';
import { insertEventType } from '../event-types/write-event-type-queries.ts';
import type { Identity, ListedCalendar } from '../google/google.ts';
import { handlesFor } from './handle.ts';
import { assignHandle, claimHandle, insertOrganiser } from './organiser-queries.ts';

export async function createOrganiser(
  transaction: Transaction,
  identity: Identity,
  timeZone: string,
  now: Date,
): Promise<string> {
  const { email } = identity;
  const handle = await claimFreeHandle(transaction, email);
  const name = identity.name.trim() || email.split('@')[0]!;
  const organiserId = await insertOrganiser(transaction, { handle, name, email, timeZone }, now);
  await assignHandle(transaction, handle, organiserId);
  await updateAvailability(transaction, organiserId, firstAvailability(timeZone));
  for (const eventType of firstEventTypes()) {
    await insertEventType(transaction, organiserId, eventType);
  }
  return organiserId;
}

/** The primary calendar's own, which is where the organiser lives. */
export function homeTimeZone(calendars: readonly ListedCalendar[]): string {
  const primary = calendars.find((calendar) => calendar.isPrimary);
  return primary && isTimeZone(primary.timeZone) ? primary.timeZone : 'UTC';
}

async function claimFreeHandle(transaction: Transaction, email: string): Promise<string> {
  const candidates = handlesFor(email);
  let handle = candidates.next().value;
  while (!(await claimHandle(transaction, handle))) handle = candidates.next().value;
  return handle;
}

function firstAvailability(timeZone: string) {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  return { timeZone, weekly, overrides: [] };
}

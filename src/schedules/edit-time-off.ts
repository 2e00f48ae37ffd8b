// Adding, moving, removing and restoring time off. More of it may strand bookings, less of it never does.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Parts } from '../parts.ts';
import { type Accepted, type Changed, changeHours } from './change-hours.ts';
import {
  getTimeOff,
  insertTimeOff,
  noTimeOff,
  removeTimeOff,
  restoreTimeOff,
  updateTimeOff,
} from './time-off-queries.ts';
import type { TimeOff, TimeOffFields } from './time-off.ts';

/** Throws WouldStrand. */
export function addTimeOff(
  parts: Parts,
  organiserId: string,
  fields: TimeOffFields,
  accepted: Accepted,
): Promise<Changed<TimeOff>> {
  return changeHours(parts, organiserId, accepted, async (transaction) => {
    const id = await insertTimeOff(transaction, organiserId, fields);
    return { id, ...fields };
  });
}

/** Throws not_found and WouldStrand. */
export function changeTimeOff(
  parts: Parts,
  organiserId: string,
  timeOff: TimeOff,
  accepted: Accepted,
): Promise<Changed<TimeOff>> {
  return changeHours(parts, organiserId, accepted, async (transaction) => {
    if (!(await updateTimeOff(transaction, organiserId, timeOff))) throw noTimeOff();
    return timeOff;
  });
}

/** Throws not_found. */
export function cancelTimeOff(parts: Parts, organiserId: string, id: string): Promise<void> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const timeOff = await getTimeOff(transaction, organiserId, id);
    await removeTimeOff(transaction, organiserId, timeOff.id, now);
  });
}

/** Throws not_found and WouldStrand. */
export function bringBackTimeOff(
  parts: Parts,
  organiserId: string,
  id: string,
  accepted: Accepted,
): Promise<Changed<void>> {
  return changeHours(parts, organiserId, accepted, (transaction) =>
    restoreTimeOff(transaction, organiserId, id),
  );
}

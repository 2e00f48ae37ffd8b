// Replaces the hours of a schedule whole. The organiser lives in the zone of the hours: there is one zone, not several.
import { updateTimeZone } from '../availability/availability-queries.ts';
import type { Transaction } from '../database/database.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Parts } from '../parts.ts';
import { type Accepted, type Changed, changeHours } from './change-hours.ts';
import { findHoursBefore, getSchedule, updateHours } from './schedule-queries.ts';
import { type Hours, inOrder, sameHours, withLabelsOf } from './schedule.ts';

export type ZonedHours = Hours & { timeZone: string };

/** What the hours become, by what they were; both under the organiser's lock, so that two changes at once are both kept. */
export type HoursChange = (before: ZonedHours, now: Date) => ZonedHours;

/** @param scheduleId null: the default one. Throws what `change` throws, and WouldStrand; writes nothing then. */
export function setHours(
  parts: Parts,
  { organiserId, scheduleId }: { organiserId: string; scheduleId: string | null },
  accepted: Accepted,
  change: HoursChange,
): Promise<Changed<ZonedHours>> {
  return changeHours(parts, organiserId, accepted, async (transaction, now) => {
    const schedule = await getSchedule(transaction, organiserId, scheduleId);
    const { timeZone } = await getOrganiserById(transaction, organiserId);
    const before = { timeZone, weekly: schedule.weekly, overrides: schedule.overrides };
    const after = change(before, now);
    const overrides = withLabelsOf(before.overrides, after.overrides);
    const kept = inOrder({ ...after, overrides });
    await writeHours(transaction, { organiserId, scheduleId: schedule.id }, before, kept);
    return kept;
  });
}

/** What did not change is not written, and leaves the way back to the change before open. */
export async function writeHours(
  transaction: Transaction,
  { organiserId, scheduleId }: { organiserId: string; scheduleId: string },
  before: ZonedHours,
  after: ZonedHours,
): Promise<void> {
  const isMoved = before.timeZone !== after.timeZone;
  if (isMoved) await updateTimeZone(transaction, organiserId, after.timeZone);
  if (!isMoved && sameHours(before, after)) return;
  const { timeZone, ...hours } = before;
  await updateHours(transaction, scheduleId, after, { ...hours, ...(isMoved && { timeZone }) });
}

/** The latest change of the schedule taken back, unless there was another one since; whether it was. */
export function undoHours(
  parts: Parts,
  { organiserId, scheduleId }: { organiserId: string; scheduleId: string | null },
  revision: number,
  accepted: Accepted,
): Promise<Changed<boolean>> {
  return changeHours(parts, organiserId, accepted, async (transaction) => {
    const schedule = await getSchedule(transaction, organiserId, scheduleId);
    const former = await findHoursBefore(transaction, schedule.id);
    if (schedule.revision !== revision || former === null) return false;
    const { timeZone } = await getOrganiserById(transaction, organiserId);
    const before = { timeZone, weekly: schedule.weekly, overrides: schedule.overrides };
    const ids = { organiserId, scheduleId: schedule.id };
    await writeHours(transaction, ids, before, { ...before, ...former });
    return true;
  });
}

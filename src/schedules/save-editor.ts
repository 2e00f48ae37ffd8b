// Saves all that is typed into the editor, in one go: the week, a range of dates, a time off.
import type { Transaction } from '../database/database.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Parts } from '../parts.ts';
import { type Accepted, type Changed, changeHours } from './change-hours.ts';
import type { EditorChange } from './editor-input.ts';
import { getSchedule } from './schedule-queries.ts';
import { inOrder, sameHours } from './schedule.ts';
import { writeHours, type ZonedHours } from './set-hours.ts';
import { insertTimeOff, updateTimeOff } from './time-off-queries.ts';

export type Saved = {
  /** Of the schedule, by which its latest change is known; null: the hours stayed. */
  revision: number | null;
  isZoneNew: boolean;
  isOffNew: boolean;
};

/** Throws what `check` throws, not_found and WouldStrand; writes nothing then. */
export function saveEditor(
  parts: Parts,
  { organiserId, scheduleId }: { organiserId: string; scheduleId: string | null },
  accepted: Accepted,
  check: (before: ZonedHours, now: Date) => EditorChange,
): Promise<Changed<Saved>> {
  return changeHours(parts, organiserId, accepted, async (transaction, now) => {
    const { id, weekly, overrides } = await getSchedule(transaction, organiserId, scheduleId);
    const { timeZone } = await getOrganiserById(transaction, organiserId);
    const before = { timeZone, weekly, overrides };
    const { hours, off } = check(before, now);
    const after = inOrder(hours);
    await writeHours(transaction, { organiserId, scheduleId: id }, before, after);
    if (off) await writeTimeOff(transaction, organiserId, off);
    const { revision } = await getSchedule(transaction, organiserId, id);
    const isZoneNew = timeZone !== after.timeZone;
    const isSame = !isZoneNew && sameHours(before, after);
    return { revision: isSame ? null : revision, isZoneNew, isOffNew: off !== null };
  });
}

/** One that was removed meanwhile is there again. */
async function writeTimeOff(
  transaction: Transaction,
  organiserId: string,
  { id, ...fields }: NonNullable<EditorChange['off']>,
): Promise<void> {
  const isThere = id !== null && (await updateTimeOff(transaction, organiserId, { id, ...fields }));
  if (!isThere) await insertTimeOff(transaction, organiserId, fields);
}

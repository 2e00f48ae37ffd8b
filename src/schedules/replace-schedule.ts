// A schedule replaced whole, as a program writes it: name, hours, and whether it is the default one.
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Parts } from '../parts.ts';
import { type Accepted, type Changed, changeHours } from './change-hours.ts';
import type { ScheduleChange } from './schedule-input.ts';
import { getSchedule, renameSchedule, updateDefault } from './schedule-queries.ts';
import { type Hours, inOrder, scheduleName } from './schedule.ts';
import { writeHours } from './set-hours.ts';

/** Throws not_found, invalid_input, WouldStrand, and what `change` throws. */
export function replaceSchedule(
  parts: Parts,
  { organiserId, id }: { organiserId: string; id: string },
  accepted: Accepted,
  change: (before: Hours, now: Date) => ScheduleChange,
): Promise<Changed<void>> {
  return changeHours(parts, organiserId, accepted, async (transaction, now) => {
    const schedule = await getSchedule(transaction, organiserId, id);
    const { timeZone } = await getOrganiserById(transaction, organiserId);
    const { name, weekly, overrides, isDefault = false } = change(schedule, now);
    const before = { timeZone, weekly: schedule.weekly, overrides: schedule.overrides };
    const after = inOrder({ timeZone, weekly, overrides: overrides.map(withoutEmptyLabel) });
    await writeHours(transaction, { organiserId, scheduleId: id }, before, after);
    if (name !== scheduleName(schedule)) await renameSchedule(transaction, id, name);
    if (isDefault && !schedule.isDefault) await updateDefault(transaction, organiserId, id);
  });
}

function withoutEmptyLabel({ label, ...override }: ScheduleChange['overrides'][number]) {
  return label === undefined || label === '' ? override : { ...override, label };
}

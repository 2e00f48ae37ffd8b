// What the editor's buttons do at once, beside saving: dates and time off are removed, and had back. Each gives the words
// of its answer, as the query of the page that follows.
import type { Parts } from '../parts.ts';
import { withoutRange } from './date-ranges.ts';
import { bringBackTimeOff, cancelTimeOff } from './edit-time-off.ts';
import type { Pressed } from './editor-request.ts';
import { getSchedule } from './schedule-queries.ts';
import { setHours, undoHours } from './set-hours.ts';

type Ids = { organiserId: string; scheduleId: string };

type Deed = (parts: Parts, what: { ids: Ids; pressed: Pressed }) => Promise<Record<string, string>>;

export const hoursDeeds: Record<string, Deed> = {
  'remove-dates': removeDates,
  'remove-off': removeOff,
  'restore-off': restoreOff,
  undo,
};

async function removeDates(
  parts: Parts,
  { ids, pressed }: Parameters<Deed>[1],
): Promise<Record<string, string>> {
  const [from = '', to = from] = pressed.which.split('/');
  await setHours(parts, ids, pressed.accepted, (before) => ({
    ...before,
    overrides: withoutRange(before.overrides, { from, to }),
  }));
  return { saved: 'dates-removed', was: await revisionOf(parts, ids) };
}

async function removeOff(parts: Parts, { ids, pressed }: Parameters<Deed>[1]) {
  await cancelTimeOff(parts, ids.organiserId, pressed.which);
  return { saved: 'off-removed', off: pressed.which };
}

async function restoreOff(parts: Parts, { ids, pressed }: Parameters<Deed>[1]) {
  await bringBackTimeOff(parts, ids.organiserId, pressed.which, pressed.accepted);
  return { saved: 'undone' };
}

async function undo(
  parts: Parts,
  { ids, pressed }: Parameters<Deed>[1],
): Promise<Record<string, string>> {
  const { result } = await undoHours(parts, ids, Number(pressed.which), pressed.accepted);
  if (!result) return { saved: 'undone-late' };
  return { saved: 'undone', was: await revisionOf(parts, ids) };
}

async function revisionOf({ database }: Parts, { organiserId, scheduleId }: Ids): Promise<string> {
  return String((await getSchedule(database, organiserId, scheduleId)).revision);
}

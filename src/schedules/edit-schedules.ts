// Adding, copying, renaming and removing schedules, and choosing the default one.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Queryable } from '../database/database.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { type Accepted, type Changed, changeHours } from './change-hours.ts';
import type { ScheduleDraft } from './schedule-input.ts';
import {
  deleteSchedule,
  getSchedule,
  insertSchedule,
  listScheduleUsers,
  moveScheduleUsers,
  renameSchedule,
  updateDefault,
} from './schedule-queries.ts';
import { type Hours, inOrder, type Schedule, type ScheduleUser } from './schedule.ts';

/** The id of the new one. Throws invalid_input or not_found. */
export function addSchedule(
  parts: Parts,
  organiserId: string,
  { name, copyOf, weekly, overrides }: ScheduleDraft,
): Promise<string> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const start =
      copyOf === undefined
        ? { weekly: [], overrides: [] }
        : await getSchedule(transaction, organiserId, copyOf);
    const hours = { weekly: weekly ?? start.weekly, overrides: overrides ?? start.overrides };
    return insertSchedule(transaction, organiserId, { name, ...inOrder<Hours>(hours) });
  });
}

/** Throws invalid_input or not_found. */
export function changeName(
  parts: Parts,
  organiserId: string,
  id: string,
  name: string,
): Promise<void> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const schedule = await getSchedule(transaction, organiserId, id);
    await renameSchedule(transaction, schedule.id, name);
  });
}

/** Event types that have chosen none go by it from now on. Throws not_found and WouldStrand. */
export function makeDefault(
  parts: Parts,
  organiserId: string,
  id: string,
  accepted: Accepted,
): Promise<Changed<void>> {
  return changeHours(parts, organiserId, accepted, async (transaction) => {
    const schedule = await getSchedule(transaction, organiserId, id);
    await updateDefault(transaction, organiserId, schedule.id);
  });
}

/**
 * @param moveTo where event types that use it go; undefined: there must be none.
 * Throws not_found, forbidden (the default one, or in use) and WouldStrand.
 */
export function removeSchedule(
  parts: Parts,
  organiserId: string,
  { id, moveTo }: { id: string; moveTo?: string | undefined },
  accepted: Accepted,
): Promise<Changed<void>> {
  return changeHours(parts, organiserId, accepted, async (transaction) => {
    const schedule = await getSchedule(transaction, organiserId, id);
    if (schedule.isDefault) throw isTheDefault();
    const users = await usersOf(transaction, organiserId, schedule);
    if (users.length > 0 && moveTo === undefined) throw inUse(users);
    const to = await getSchedule(transaction, organiserId, targetOf(moveTo));
    if (to.id === schedule.id) throw inUse(users);
    await moveScheduleUsers(transaction, schedule.id, to.isDefault ? null : to.id);
    await deleteSchedule(transaction, schedule.id);
  });
}

function targetOf(moveTo: string | undefined): string | null {
  return moveTo === undefined || moveTo === 'default' ? null : moveTo;
}

async function usersOf(
  database: Queryable,
  organiserId: string,
  { id }: Schedule,
): Promise<ScheduleUser[]> {
  const users = await listScheduleUsers(database, organiserId);
  return users.filter(({ scheduleId, isChosen }) => scheduleId === id && isChosen);
}

function isTheDefault(): Problem {
  const message = say(
    'The default schedule cannot be deleted. Make another one the default first.',
  );
  return new Problem('forbidden', message);
}

function inUse(users: readonly ScheduleUser[]): Problem {
  const titles = users.map(({ title }) => title);
  const message = say('It is used by {eventTypes}. Say which schedule they should use instead.', {
    eventTypes: new Intl.ListFormat(currentLanguage().locale).format(titles),
  });
  return new Problem('forbidden', message, { errors: [{ field: 'moveTo', message }] });
}

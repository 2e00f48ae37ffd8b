// An organiser's hours in integers, kept while their version stands: whatever changes them raises it.
import type { Queryable } from '../database/database.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { getAvailability, listSchedulesInUse, listTimeOff } from './availability-queries.ts';
import { type OpenHours, openHours } from './open-hours.ts';
import { unionOfHours } from './wall-hours.ts';

type Known = Pick<Organiser, 'id' | 'hoursVersion'>;

const mostKept = 1000;
const kept = new Map<string, { version: string; hours: OpenHours }>();

/** By which an event type can be booked: its own schedule, or the organiser's default one. */
export function getOpenHours(
  database: Queryable,
  organiser: Known,
  { schedule }: Pick<EventType, 'schedule'>,
): Promise<OpenHours> {
  return keeping(organiser, schedule ?? 'default', () =>
    readHours(database, organiser.id, schedule),
  );
}

/** Whenever any of the organiser's event types is open; with none to be booked, the default schedule. */
export function getHoursInUse(database: Queryable, organiser: Known): Promise<OpenHours> {
  return keeping(organiser, 'in use', async () => {
    const [first = null, ...others] = await listSchedulesInUse(database, organiser.id);
    const hours: [OpenHours, ...OpenHours[]] = [await readHours(database, organiser.id, first)];
    for (const each of others) hours.push(await readHours(database, organiser.id, each));
    return unionOfHours(hours);
  });
}

async function readHours(
  database: Queryable,
  organiserId: string,
  scheduleId: string | null,
): Promise<OpenHours> {
  const availability = await getAvailability(database, organiserId, scheduleId);
  return openHours(availability, await listTimeOff(database, organiserId));
}

/** The version was read before the hours: hours that changed in between are read again at the next version. */
async function keeping(
  { id, hoursVersion }: Known,
  which: string,
  read: () => Promise<OpenHours>,
): Promise<OpenHours> {
  const key = `${id} ${which}`;
  const known = kept.get(key);
  if (known?.version === hoursVersion) return known.hours;
  const hours = await read();
  kept.delete(key);
  kept.set(key, { version: hoursVersion, hours });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return hours;
}

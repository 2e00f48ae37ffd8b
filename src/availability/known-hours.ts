// An organiser's hours in integers, kept while their version stands: whatever changes them raises it.
import type { Queryable } from '../database/database.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { getAvailability } from './availability-queries.ts';
import { type OpenHours, openHours } from './open-hours.ts';

const mostKept = 1000;
const kept = new Map<string, { version: string; hours: OpenHours }>();

export async function getOpenHours(
  database: Queryable,
  { id, hoursVersion }: Pick<Organiser, 'id' | 'hoursVersion'>,
): Promise<OpenHours> {
  const known = kept.get(id);
  if (known?.version === hoursVersion) return known.hours;
  const hours = openHours(await getAvailability(database, id));
  keep(id, { version: hoursVersion, hours });
  return hours;
}

/** The version was read before the hours: hours that changed in between are read again at the next version. */
function keep(id: string, known: { version: string; hours: OpenHours }): void {
  kept.delete(id);
  kept.set(id, known);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
}

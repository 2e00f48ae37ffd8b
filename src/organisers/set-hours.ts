// Replaces an organiser's opening hours whole. The organiser lives in the zone of the hours: there is one zone, not two.
import { updateAvailability } from '../availability/availability-queries.ts';
import type { Availability } from '../availability/open-hours.ts';
import type { Parts } from '../parts.ts';
import { getOrganiserById, updateOrganiser } from './organiser-queries.ts';

export async function setHours(
  { database }: Parts,
  organiserId: string,
  availability: Availability,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const organiser = await getOrganiserById(transaction, organiserId);
    await updateOrganiser(transaction, { ...organiser, timeZone: availability.timeZone });
    await updateAvailability(transaction, organiserId, inOrder(availability));
  });
}

function inOrder({ timeZone, weekly, overrides }: Availability): Availability {
  return {
    timeZone,
    weekly: weekly.toSorted((a, b) => a.weekday - b.weekday || compare(a.opens, b.opens)),
    overrides: overrides.toSorted((a, b) => compare(a.date, b.date)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

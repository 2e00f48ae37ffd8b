// Replaces an organiser's opening hours whole. The organiser lives in the zone of the hours: there is one zone, not two.
import { getAvailability, updateAvailability } from '../availability/availability-queries.ts';
import type { Availability } from '../availability/open-hours.ts';
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Parts } from '../parts.ts';
import { getOrganiserById, updateOrganiser } from './organiser-queries.ts';

/** What the hours become, by what they were; both under the organiser's lock, so that two changes at once are both kept. */
export type HoursChange = (before: Availability, now: Date) => Availability;

/** Throws what `change` throws, and writes nothing then. */
export async function setHours(
  parts: Parts,
  organiserId: string,
  change: HoursChange,
): Promise<Availability> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const after = inOrder(change(await getAvailability(transaction, organiserId), now));
    const organiser = await getOrganiserById(transaction, organiserId);
    await updateOrganiser(transaction, { ...organiser, timeZone: after.timeZone });
    await updateAvailability(transaction, organiserId, after);
    return after;
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

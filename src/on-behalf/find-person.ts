// Whom the address names, and what of them the form can be filled in with.
import { getAttendee } from '../attendees/attendee-queries.ts';
import type { Attendee } from '../attendees/attendee.ts';
import type { Typed } from '../bookings/form-input.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { findHabits } from './behalf-queries.ts';
import type { Booker } from './booker.ts';
import { knownDetails } from './details-input.ts';

/** `name` of a record that is there; whoever was merged or erased meanwhile counts as new. */
export async function findPerson(
  parts: Parts,
  { organiser, wish }: Booker,
): Promise<{ name: string | undefined; typed: Typed }> {
  const attendee = await findAttendee(parts, organiser.id, wish.attendee);
  const habits = attendee && (await findHabits(parts.database, organiser.id, attendee.email));
  const typed = knownDetails(organiser, { attendee, habits, search: wish.q });
  return { name: attendee?.name, typed };
}

async function findAttendee(
  { database, clock }: Parts,
  organiserId: string,
  id: string | undefined,
): Promise<Attendee | null> {
  if (id === undefined) return null;
  try {
    return await getAttendee(database, organiserId, id, clock());
  } catch (error) {
    if (!isProblem(error, 'not_found')) throw error;
    return null;
  }
}

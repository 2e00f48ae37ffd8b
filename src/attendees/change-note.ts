// The organiser's own words about an attendee.
import type { Parts } from '../parts.ts';
import { getAttendee } from './attendee-queries.ts';
import type { Attendee } from './attendee.ts';
import { updateNote } from './write-attendee-queries.ts';

/** Throws not_found. */
export async function changeNote(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  organiserId: string,
  id: string,
  note: string | null,
): Promise<Attendee> {
  await updateNote(database, organiserId, id, note);
  return getAttendee(database, organiserId, id, clock());
}

// Whom an organiser may mean: by part of a name or address, or those who were booked last.
import { listAttendees } from '../attendees/attendee-queries.ts';
import type { Parts } from '../parts.ts';
import { type Known, listRecent } from './behalf-queries.ts';

const mostRecent = 8;
const mostFound = 20;

export async function findPeople(
  { database, clock }: Parts,
  organiserId: string,
  search: string | undefined,
): Promise<Known[]> {
  if (search === undefined) return listRecent(database, organiserId, mostRecent);
  const filter = { search, limit: mostFound };
  const found = await listAttendees(database, organiserId, filter, clock());
  return found.map(({ id, name, email }) => ({ id, name, email }));
}

// A list of attendees, one page at a time.
import type { Parts } from '../parts.ts';
import { presentAttendee, presentCursor } from './attendee-presenter.ts';
import { type AttendeeFilter, listAttendees } from './attendee-queries.ts';
import type { Attendee } from './attendee.ts';

/** `next` leads to the page after this one; null on the last. */
export type ListPage = { attendees: Attendee[]; next: string | null };

export async function listPage(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  organiserId: string,
  filter: AttendeeFilter,
): Promise<ListPage> {
  const wanted = { ...filter, limit: filter.limit + 1 };
  const found = await listAttendees(database, organiserId, wanted, clock());
  const attendees = found.slice(0, filter.limit);
  const hasMore = found.length > attendees.length;
  return { attendees, next: hasMore ? presentCursor(attendees.at(-1)!) : null };
}

export function presentListPage({ attendees, next }: ListPage) {
  return { attendees: attendees.map(presentAttendee), nextCursor: next };
}

// One page of a list of bookings, and where the next one begins.
import type { Queryable } from '../database/database.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import { type OwnBooking, shownStates } from '../organisers/own-booking.ts';
import {
  listCancelledIds,
  listPastIds,
  listUpcomingIds,
  type Page,
} from './booking-list-queries.ts';
import type { BookingListName, Wanted } from './booking-list.ts';

export const pageSize = 50;

export type GatheredList = {
  bookings: OwnBooking[];
  /** Null: this is the last page. */
  next: Date | null;
};

const listIds = {
  upcoming: listUpcomingIds,
  past: listPastIds,
  cancelled: listCancelledIds,
} as const;

/** Three questions to the database at most, however many bookings there are. */
export async function gatherList(
  database: Queryable,
  organiserId: string,
  list: BookingListName,
  asked: Wanted & { beyond: Date | null; now: Date },
): Promise<GatheredList> {
  const { now } = asked;
  const find = (page: Pick<Page, 'beyond' | 'limit'>) =>
    listIds[list](database, organiserId, { ...asked, ...page }, now);
  const ids = await find({ beyond: asked.beyond, limit: pageSize });
  const filter = { ids, from: null, to: null, states: shownStates, limit: ids.length };
  const found = ids.length === 0 ? [] : await listOwnBookings(database, organiserId, filter, now);
  const bookings = list === 'upcoming' ? found : found.toReversed();
  const last = bookings.at(-1)?.startsAt;
  if (last === undefined || ids.length < pageSize) return { bookings, next: null };
  const [more] = await find({ beyond: last, limit: 1 });
  return { bookings, next: more === undefined ? null : last };
}

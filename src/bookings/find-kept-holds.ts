// The times that a visitor keeps already, when there are too many: those whose tokens this browser has can be gone on
// with or let go; of the others, which may be somebody else's behind the same address, nothing is told but the time.
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Held } from './booking.ts';
import { type BookingWithContext, getHold } from './get-hold.ts';
import { findFirstEnd } from './kept-hold-queries.ts';

export type KeptHold = BookingWithContext<Held> & { token: string };

export type KeptHolds = {
  own: KeptHold[];
  /** When there is room for another, at the latest. */
  firstEnd: Date | null;
};

export async function findKeptHolds(
  parts: Parts,
  tokens: readonly string[],
  client: string | null,
): Promise<KeptHolds> {
  const found = await Promise.all(tokens.map((token) => findKept(parts, token)));
  const firstEnd = client && (await findFirstEnd(parts.database, client, parts.clock()));
  const own = found.filter((kept) => kept !== null).sort(byStart);
  return { own, firstEnd: firstEnd || null };
}

function byStart(one: KeptHold, other: KeptHold): number {
  return one.booking.startsAt.getTime() - other.booking.startsAt.getTime();
}

async function findKept(parts: Parts, token: string): Promise<KeptHold | null> {
  try {
    const { hold, ...context } = await getHold(parts, token);
    return { ...context, booking: hold, token };
  } catch (error) {
    if (isProblem(error, 'hold_expired') || isProblem(error, 'not_found')) return null;
    throw error;
  }
}

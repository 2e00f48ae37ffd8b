// The lists of an organiser's bookings: what is to come, what was, what was called off; and what one may ask for in each.
import type { BookingState } from '../bookings/booking.ts';

export type BookingListName = 'upcoming' | 'past' | 'cancelled';

/** How a booking stands by the clock, in the words that a list is filtered by. */
export type Standing =
  | 'unproven'
  | 'approval'
  | 'confirmed'
  | 'completed'
  | 'no_show'
  | 'cancelled'
  | 'expired';

export const listNames = ['upcoming', 'past', 'cancelled'] as const;

export const listPaths = {
  upcoming: '/organiser/bookings',
  past: '/organiser/bookings/past',
  cancelled: '/organiser/bookings/cancelled',
} as const satisfies Record<BookingListName, string>;

/** What each can be narrowed to. */
export const choicesOf = {
  upcoming: ['confirmed', 'approval', 'unproven'],
  past: ['completed', 'no_show', 'cancelled'],
  cancelled: ['cancelled', 'expired'],
} as const satisfies Record<BookingListName, readonly Standing[]>;

/** The states of the rows that may stand so. What a row is by the clock, the queries settle. */
export function statesOf(list: BookingListName, standing: Standing | null): BookingState[] {
  if (standing !== null) return rowsOf[standing];
  const all = choicesOf[list].flatMap((each) => rowsOf[each]);
  // somebody may be noted as absent, and as present again, while their time runs
  return list === 'upcoming' ? [...all, 'no_show', 'completed'] : all;
}

const rowsOf: Record<Standing, BookingState[]> = {
  unproven: ['requested'],
  approval: ['requested'],
  confirmed: ['confirmed'],
  completed: ['completed', 'confirmed'],
  no_show: ['no_show'],
  cancelled: ['cancelled'],
  expired: ['expired', 'requested'],
};

export type Wanted = {
  /** Part of a name or of an address, or of a telephone number. */
  search: string | null;
  /** Its slug. */
  eventType: string | null;
  standing: Standing | null;
};

export function isNarrowed({ search, eventType, standing }: Wanted): boolean {
  return search !== null || eventType !== null || standing !== null;
}

/** For `ilike`: what is searched for, anywhere; what would mean something to it means itself. */
export function patternOf(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Numbers are kept as +493012345: "030 / 123 45" is found in it. Null: no number. */
export function phonePatternOf(search: string): string | null {
  if (!/^\+?[\d\s()/.-]+$/.test(search)) return null;
  const digits = search.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < 3 ? null : `%${digits}%`;
}

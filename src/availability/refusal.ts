// Whether one start is on offer, and if not, why: which of DESIGN.md's conditions it fails.
import { MINUTES_PER_DAY } from './dates.ts';
import { isOnGrid } from './grid.ts';
import { overlapsAny, pairsOf } from './intervals.ts';
import { openInstantsOn } from './open-hours.ts';
import { limitsAt } from './slot-limits.ts';
import { isCapped, type Offer } from './slots.ts';
import { dayAt, offsetAt } from './time-zone.ts';

export type Refusal = 'notice' | 'horizon' | 'off_grid' | 'closed' | 'cap' | 'busy';

/** `start` in epoch minutes. */
export function isOffered(offer: Offer, start: number): boolean {
  return refusalOf(offer, start) === null;
}

/**
 * The first of them; null where the start is offered. The limits come first: what is beyond them needs no zone's far
 * future. `busy` comes last: all else being right, the slot is taken.
 */
export function refusalOf(offer: Offer, start: number): Refusal | null {
  const [first] = refusals(offer, start);
  return first ?? null;
}

/** All of them. `start` must be in the years that time zones are followed. */
export function listRefusals(offer: Offer, start: number): Refusal[] {
  return [...refusals(offer, start)];
}

function* refusals(offer: Offer, start: number): Generator<Refusal, void, undefined> {
  const limits = limitsAt(offer.now, offer.availability, offer.rules);
  if (start < limits.earliest) yield 'notice';
  if (start >= limits.end) yield 'horizon';
  const day = dayAt(offer.availability.timeZone, start);
  if (!isGridStart(offer, day, start)) yield 'off_grid';
  if (!isOpen(offer, day, start)) yield 'closed';
  if (isCapped(offer, day)) yield 'cap';
  if (isBusy(offer, start)) yield 'busy';
}

function isGridStart({ availability, rules }: Offer, day: number, start: number): boolean {
  const midnight = day * MINUTES_PER_DAY - offsetAt(availability.timeZone, start);
  return isOnGrid(midnight, rules.stepMinutes, start);
}

function isOpen({ availability, rules }: Offer, day: number, start: number): boolean {
  const end = start + rules.durationMinutes;
  const intervals = pairsOf(openInstantsOn(availability, day));
  return intervals.some(([opens, closes]) => opens <= start && end <= closes);
}

function isBusy({ busy, rules }: Offer, start: number): boolean {
  const end = start + rules.durationMinutes;
  return overlapsAny(busy, start - rules.bufferBeforeMinutes, end + rules.bufferAfterMinutes);
}

// What the page says above its form: what speaks against the time, or why it cannot be had.
import { findFreeNear } from '../bookings/find-form.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Booker } from './booker.ts';
import { examineTime } from './examine-time.ts';
import type { Trouble } from './trouble-view.ts';

export async function findTrouble(
  parts: Parts,
  { organiser, eventType, ...booker }: Booker,
  startsAt: Date,
): Promise<Trouble | null> {
  try {
    const { objections } = await examineTime(parts, { organiser, eventType, startsAt });
    return objections.length > 0 ? { is: 'objected', objections } : null;
  } catch (error) {
    if (!isProblem(error) || error.code === 'internal') throw error;
    return refusedBy(parts, { organiser, eventType, ...booker }, startsAt, error);
  }
}

/** With the nearest free times, where it is the time that is at fault. */
export async function refusedBy(
  parts: Parts,
  { organiser, eventType }: Booker,
  startsAt: Date,
  problem: Problem,
): Promise<Trouble> {
  const isTimeGone = problem.code === 'slot_taken' || problem.code === 'slot_not_offered';
  const wanted = { organiser, eventType, startsAt };
  const alternatives = isTimeGone ? await findFreeNear(parts, wanted) : [];
  return { is: 'refused', problem, alternatives };
}

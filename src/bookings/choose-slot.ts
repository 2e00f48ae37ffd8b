// A visitor's choice of a time. The page's mark makes a form that is sent twice (double-click, Back and again) one
// choice, and another choice from the same page a swap.
import type { Parts } from '../parts.ts';
import { holdSlot } from './hold-slot.ts';

type HeldSlot = Awaited<ReturnType<typeof holdSlot>>;

export type Choice = {
  handle: string;
  slug: string;
  startsAt: Date;
  visit?: string | undefined;
  hold?: string | undefined;
  client: string | null;
};

type Remembered = { startsAt: Date; madeAt: Date; held: Promise<HeldSlot> };

const rememberedMinutes = 10;

/** Throws what holdSlot throws. */
export function createChooser(parts: Parts): (choice: Choice) => Promise<HeldSlot> {
  const visits = new Map<string, Remembered>();

  return async function chooseSlot(choice) {
    const { visit, startsAt } = choice;
    const now = parts.clock();
    forgetOld(visits, now);
    const before = visit === undefined ? undefined : visits.get(visit);
    if (before && before.startsAt.getTime() === startsAt.getTime()) return before.held;
    const held = tokenOf(before).then((token) => hold(parts, choice, token ?? choice.hold));
    if (visit !== undefined) remember(visits, visit, { startsAt, madeAt: now, held });
    return held;
  };
}

/** Whoever made the choice before was told if it came to nothing; here it only means that there is nothing to swap. */
async function tokenOf(before: Remembered | undefined): Promise<string | undefined> {
  return before?.held.then(
    ({ token }) => token,
    () => undefined,
  );
}

function hold(parts: Parts, choice: Choice, replaces: string | undefined): Promise<HeldSlot> {
  const { handle, slug, startsAt, client } = choice;
  const swap = replaces === undefined ? {} : { replaces };
  return holdSlot(parts, { organiser: handle, eventType: slug, startsAt, client, ...swap });
}

/** A choice that came to nothing is not remembered: the next press tries anew. */
function remember(visits: Map<string, Remembered>, visit: string, choice: Remembered): void {
  visits.delete(visit);
  visits.set(visit, choice);
  choice.held.catch(() => {
    if (visits.get(visit) === choice) visits.delete(visit);
  });
}

/** A Map keeps its order, so the oldest come first. */
function forgetOld(visits: Map<string, Remembered>, now: Date): void {
  for (const [visit, { madeAt }] of visits) {
    if (now.getTime() - madeAt.getTime() < rememberedMinutes * 60_000) return;
    visits.delete(visit);
  }
}

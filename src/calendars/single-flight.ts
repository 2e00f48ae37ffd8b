// One run of the same work at a time, over all processes: whoever asks meanwhile waits for the run under way. Nobody holds
// a connection while it lasts, and a run that died with its process is given up after a while.
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import type { Parts } from '../parts.ts';
import { beginRun, endRun, findRuns, type Runs } from './run-queries.ts';

type Needed = Pick<Parts, 'clock' | 'database'>;

export type Work = {
  /** One of a name at a time. */
  name: string;
  /** No run lasts longer, unless its process died. */
  mostSeconds: number;
  run(): Promise<void>;
};

const lookAgainMs = 50;

/** Those of this process wait for its own run, and not each for the database. */
const flights = new WeakMap<Database, Map<string, Promise<void>>>();

/** Joins the run under way, or starts one. */
export function joinOrStart(parts: Needed, work: Work): Promise<void> {
  return flightOf(parts, work) ?? start(parts, work, 'any');
}

/** As above, but only with a run that starts after this call: what changed until now is seen. */
export async function joinOrStartNext(parts: Needed, work: Work): Promise<void> {
  // Whether the earlier run failed is its own caller's matter.
  await Promise.allSettled([flightOf(parts, work)]);
  await (flightOf(parts, work) ?? start(parts, work, 'next'));
}

function flightOf({ database }: Needed, { name }: Work): Promise<void> | undefined {
  return flights.get(database)?.get(name);
}

function start(parts: Needed, work: Work, which: 'any' | 'next'): Promise<void> {
  const kept = flights.get(parts.database) ?? new Map<string, Promise<void>>();
  flights.set(parts.database, kept);
  const flight = runOrWait(parts, work, which).finally(() => kept.delete(work.name));
  kept.set(work.name, flight);
  return flight;
}

/** Another process may have the turn: its run will do, where it began late enough and comes to its end. */
async function runOrWait(parts: Needed, work: Work, which: 'any' | 'next'): Promise<void> {
  const { clock, database } = parts;
  const { name, mostSeconds } = work;
  const first = await findRuns(database, name, clock());
  const tooEarly = which === 'any' && first.isBusy ? first.begun - 1 : first.begun;
  for (;;) {
    const now = clock();
    const endsBy = new Date(now.getTime() + mostSeconds * 1000);
    const number = await beginRun(database, name, { now, endsBy });
    if (number !== null) return finish(parts, work, number);
    if ((await waitForEnd(parts, name)).finished > tooEarly) return;
  }
}

async function waitForEnd({ database, clock }: Needed, name: string): Promise<Runs> {
  for (;;) {
    const runs = await findRuns(database, name, clock());
    if (!runs.isBusy) return runs;
    await pause(lookAgainMs);
  }
}

async function finish({ database }: Needed, { name, run }: Work, number: number): Promise<void> {
  let isDone = false;
  try {
    await run();
    isDone = true;
  } finally {
    await endRun(database, name, number, { isDone });
  }
}

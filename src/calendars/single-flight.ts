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

/** Those of this process wait for its own flight, which ends with the number of the run that served it. */
const flights = new WeakMap<Database, Map<string, Promise<number>>>();

/** Joins the run under way, or starts one. */
export async function joinOrStart(parts: Needed, work: Work): Promise<void> {
  await (flightOf(parts, work) ?? start(parts, work, (runs) => runs.begun - Number(runs.isBusy)));
}

/** As above, but only with a run that starts after this call: what changed until now is seen. */
export async function joinOrStartNext(parts: Needed, work: Work): Promise<void> {
  // Whether the earlier run failed is its own caller's matter.
  const [earlier] = await Promise.allSettled([flightOf(parts, work)]);
  const served = earlier.status === 'fulfilled' ? earlier.value : undefined;
  await (flightOf(parts, work) ?? start(parts, work, (runs) => served ?? runs.begun));
}

function flightOf({ database }: Needed, { name }: Work): Promise<number> | undefined {
  return flights.get(database)?.get(name);
}

function start(parts: Needed, work: Work, tooEarly: (runs: Runs) => number): Promise<number> {
  const kept = flights.get(parts.database) ?? new Map<string, Promise<number>>();
  flights.set(parts.database, kept);
  const flight = runOrWait(parts, work, tooEarly).finally(() => kept.delete(work.name));
  kept.set(work.name, flight);
  return flight;
}

/** Another process may have the turn: its run will do, where it began late enough and comes to its end. */
async function runOrWait(
  parts: Needed,
  work: Work,
  tooEarly: (runs: Runs) => number,
): Promise<number> {
  const look = () => findRuns(parts.database, work.name, parts.clock());
  let runs = await look();
  const last = tooEarly(runs);
  while (runs.finished <= last) {
    const number = runs.isBusy ? null : await begin(parts, work);
    if (number !== null) return finish(parts, work, number);
    await pause(lookAgainMs);
    runs = await look();
  }
  return runs.finished;
}

function begin({ database, clock }: Needed, { name, mostSeconds }: Work): Promise<number | null> {
  const now = clock();
  return beginRun(database, name, { now, endsBy: new Date(now.getTime() + mostSeconds * 1000) });
}

async function finish({ database }: Needed, work: Work, number: number): Promise<number> {
  let isDone = false;
  try {
    await work.run();
    isDone = true;
  } finally {
    await endRun(database, work.name, number, { isDone });
  }
  return number;
}

// One run at a time of the same work in this process: whoever asks meanwhile waits for the run under way.
import type { Database } from '../database/database.ts';

const flights = new WeakMap<Database, Map<string, Promise<void>>>();

/** Joins the run under way, or starts one. */
export function joinOrStart(
  database: Database,
  key: string,
  run: () => Promise<void>,
): Promise<void> {
  const underWay = flightsOf(database).get(key);
  if (underWay) return underWay;
  const flight = run().finally(() => flightsOf(database).delete(key));
  flightsOf(database).set(key, flight);
  return flight;
}

/** As above, but only with a run that starts after this call: what changed until now is seen. */
export async function joinOrStartNext(
  database: Database,
  key: string,
  run: () => Promise<void>,
): Promise<void> {
  // Whether the earlier run failed is its own caller's matter.
  await Promise.allSettled([flightsOf(database).get(key)]);
  return joinOrStart(database, key, run);
}

function flightsOf(database: Database): Map<string, Promise<void>> {
  const kept = flights.get(database) ?? new Map<string, Promise<void>>();
  flights.set(database, kept);
  return kept;
}

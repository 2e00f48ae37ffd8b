// A crowd that asks the same at once is answered by one read; each gets one that began after it asked. For reads whose
// answer nobody changes: all of a crowd hold the same.
import type { Database } from './database.ts';

type Crowd = { now: Promise<unknown>; next: Promise<unknown> | null };

const crowdsOfDatabases = new WeakMap<Database, Map<string, Crowd>>();

/** `key` names what is read: the statement and all of its parameters. */
export function readTogether<Result>(
  database: Database,
  key: string,
  read: () => Promise<Result>,
): Promise<Result> {
  const crowds = crowdsOfDatabases.get(database) ?? new Map<string, Crowd>();
  crowdsOfDatabases.set(database, crowds);
  const crowd = crowds.get(key);
  if (!crowd) return begin(crowds, key, read);
  const beginNext = () => begin(crowds, key, read);
  crowd.next ??= crowd.now.then(beginNext, beginNext);
  return crowd.next as Promise<Result>;
}

function begin<Result>(
  crowds: Map<string, Crowd>,
  key: string,
  read: () => Promise<Result>,
): Promise<Result> {
  const now = read();
  const crowd: Crowd = { now, next: null };
  crowds.set(key, crowd);
  const leave = () => {
    if (crowd.next === null) crowds.delete(key);
  };
  now.then(leave, leave);
  return now;
}

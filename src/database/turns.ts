// One at a time by key within this process: those who would only wait for the same lock wait here, and leave the
// connections to others. Between processes the lock itself decides.

const lastOf = new Map<string, Promise<unknown>>();

export async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const before = lastOf.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  lastOf.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lastOf.get(key) === mine) lastOf.delete(key);
  }
}

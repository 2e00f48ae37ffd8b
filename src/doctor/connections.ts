// The connected accounts as the doctor asks by them: which there are, and what Google answers each, a few at a time.
import { accessOf } from '../calendars/mark-account.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Google, GoogleAccess } from '../google/google.ts';
import { type Connection, listConnections } from './connection-queries.ts';
import { databaseOf, type Ground } from './ground.ts';
import { listAppliedMigrations } from './migration-queries.ts';

/** `unopened`: its token is sealed with another SECRET_KEY, so that nothing could be asked. */
export type Asked<Answer> = {
  connection: Connection;
  outcome: { answer: Answer } | { failure: GoogleFailure } | 'unopened';
};

type Ask<Answer> = (
  google: Google,
  access: GoogleAccess,
  connection: Connection,
) => Promise<Answer>;

const atOnce = 5;

/** None where there is no Google, no database, or no table yet. */
export async function findConnections(ground: Ground): Promise<Connection[] | null> {
  const database = databaseOf(ground);
  if (!database || !ground.google) return null;
  const isNew = (await listAppliedMigrations(database)).length === 0;
  return isNew ? [] : listConnections(database);
}

export async function askEach<Answer>(
  ground: Ground,
  connections: readonly Connection[],
  ask: Ask<Answer>,
): Promise<Asked<Answer>[]> {
  const asked: Asked<Answer>[] = [];
  for (let at = 0; at < connections.length; at += atOnce) {
    const some = connections.slice(at, at + atOnce);
    asked.push(...(await Promise.all(some.map((each) => askOne(ground, each, ask)))));
  }
  return asked;
}

async function askOne<Answer>(
  ground: Ground,
  connection: Connection,
  ask: Ask<Answer>,
): Promise<Asked<Answer>> {
  const access = openAccess(ground, connection);
  if (!access) return { connection, outcome: 'unopened' };
  try {
    return { connection, outcome: { answer: await ask(ground.google!, access, connection) } };
  } catch (failure) {
    if (!(failure instanceof GoogleFailure)) throw failure;
    return { connection, outcome: { failure } };
  }
}

function openAccess(ground: Ground, connection: Connection): GoogleAccess | null {
  try {
    return accessOf(ground, connection);
  } catch (error) {
    if (error instanceof GoogleFailure) return null;
    throw error;
  }
}

// Whether the database's tables are this version's. The service brings them up to date itself whenever it starts.
import type { Database } from '../database/database.ts';
import { listMigrations } from '../database/migrate.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';
import { listAppliedMigrations, mayMakeTables } from './migration-queries.ts';

export async function checkMigrations(ground: Ground): Promise<Finding[]> {
  const database = databaseOf(ground);
  if (!database) return [];
  const applied = await listAppliedMigrations(database);
  if (applied.length === 0) return [await beforeFirstStart(database)];
  return [compare(applied, listMigrations())];
}

async function beforeFirstStart(database: Database): Promise<Finding> {
  if (await mayMakeTables(database))
    return note('There are no tables yet: they are made when the service first starts.');
  return fault(
    'There are no tables yet, and this user may not make them.',
    'Let the user own the database: alter database NAME owner to USER;',
  );
}

function compare(applied: string[], wanted: string[]): Finding {
  const strange = applied.filter((name) => !wanted.includes(name));
  const pending = wanted.filter((name) => !applied.includes(name));
  if (strange.length > 0)
    return fault(
      `The tables are those of a newer version: this one does not know ${strange.join(', ')}.`,
      'Run the newer version, or go back to a copy of the database from before.',
    );
  if (pending.length === 0) return ok(`The tables are up to date (${wanted.length} migrations).`);
  if (!applied.every((name, at) => name === wanted[at]))
    return fault(
      `The tables were changed in another order than this version's: ${pending.join(', ')} cannot run any more.`,
      'Go back to a copy of the database from before, or begin anew with an empty one.',
    );
  return note(
    `The tables are of an older version: ${pending.join(', ')} ${pending.length === 1 ? 'is' : 'are'} yet to run.`,
    'Start the service anew: it brings them up to date.',
  );
}

// What the database says of its own tables.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** In the order in which they ran; none before the first start. */
export async function listAppliedMigrations(database: Queryable): Promise<string[]> {
  const [row] = await database.query<{ isThere: boolean }>(
    sql`select to_regclass('migrations') is not null as "isThere"`,
  );
  if (!row!.isThere) return [];
  const rows = await database.query<{ name: string }>(sql`select name from migrations order by id`);
  return rows.map(({ name }) => name);
}

/** Ours lie in `public`, the job queue's in a schema of its own. */
export async function mayMakeTables(database: Queryable): Promise<boolean> {
  const [row] = await database.query<{ may: boolean }>(sql`
    select has_schema_privilege('public', 'CREATE') and has_database_privilege(current_database(), 'CREATE') as may`);
  return row!.may;
}

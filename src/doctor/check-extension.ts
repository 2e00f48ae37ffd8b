// btree_gist, on which the constraint against double booking stands: there, or free to be made.
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { fault, type Finding, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';

type Extension = { installed: boolean; mayCreate: boolean };

export async function checkExtension(ground: Ground): Promise<Finding[]> {
  const database = databaseOf(ground);
  if (!database) return [];
  const extension = await findExtension(database);
  if (extension?.installed) return [ok('The extension btree_gist is there.')];
  if (extension?.mayCreate) return [ok('The extension btree_gist can be made at the first start.')];
  if (extension)
    return [
      fault(
        'The extension btree_gist is missing, and this user may not make it.',
        'Let a superuser run, in this database: create extension btree_gist;',
      ),
    ];
  return [
    fault(
      'This Postgres does not bring the extension btree_gist.',
      'Install its contrib package (Debian: postgresql-contrib; Fedora, Alpine: postgresql-contrib).',
    ),
  ];
}

/** Null where this Postgres does not have it. */
async function findExtension(database: Database): Promise<Extension | null> {
  const [row] = await database.query<Extension>(sql`
    select coalesce(bool_or(installed), false) as installed,
      coalesce(bool_or(trusted), false) and has_database_privilege(current_database(), 'CREATE')
        or (select rolsuper from pg_roles where rolname = current_user) as "mayCreate"
    from pg_available_extension_versions where name = 'btree_gist'
    having count(*) > 0`);
  return row ?? null;
}

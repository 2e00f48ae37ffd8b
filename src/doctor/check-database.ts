// Database: it answers, and is new enough.
import type { Config } from '../config.ts';
import { sql } from '../database/sql.ts';
import { embeddedTrouble, ownTrouble } from './database-trouble.ts';
import { fault, type Finding, ok } from './finding.ts';
import type { DatabaseKind, Ground } from './ground.ts';

const oldestVersion = 15;

export async function checkDatabase({ config, found }: Ground): Promise<Finding[]> {
  if (found.kind === 'unreachable')
    return [config.databaseUrl === null ? embeddedTrouble(found.error) : ownTrouble(found.error)];
  const [row] = await found.database.query<{ version: number; name: string }>(sql`
    select current_setting('server_version_num')::integer / 10000 as version,
      current_setting('server_version') as name`);
  const { version, name } = row!;
  if (version < oldestVersion) return [tooOld(name)];
  return [ok(`PostgreSQL ${name.split(' ')[0]} answers: ${whichOne(found.kind, config)}.`)];
}

function tooOld(name: string): Finding {
  return fault(
    `PostgreSQL ${name} is too old: it must be ${oldestVersion} or newer.`,
    'Let DATABASE_URL name a newer one, or unset it for the embedded one.',
  );
}

function whichOne(kind: DatabaseKind, { dataDirectory }: Config): string {
  const embedded = `the embedded one, with its data in ${dataDirectory}`;
  const words: Record<DatabaseKind, string> = {
    own: 'the one of DATABASE_URL',
    running: `${embedded}, running already`,
    started: `${embedded}, started for this look at it`,
    trial: `the embedded one can start on this machine; its data will lie in ${dataDirectory}`,
  };
  return words[kind];
}

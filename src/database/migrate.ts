// Brings the database's tables to this version. Several processes may call it at once: they wait for each other.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runner } from 'node-pg-migrate';
import type { DatabaseAddress } from './database.ts';

const directory = join(import.meta.dirname, '../../migrations');

/** The names of this version's migrations, in their order. */
export function listMigrations(): string[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.sql'));
  return files.map((file) => basename(file, '.sql')).toSorted();
}

export async function migrate(address: DatabaseAddress): Promise<void> {
  await runner({
    databaseUrl: address,
    dir: directory,
    direction: 'up',
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => {},
  });
}

// Brings the database's tables to this version. Several processes may call it at once: they wait for each other.
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import type { DatabaseAddress } from './database.ts';

export async function migrate(address: DatabaseAddress): Promise<void> {
  await runner({
    databaseUrl: address,
    dir: join(import.meta.dirname, '../../migrations'),
    direction: 'up',
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => {},
  });
}

// One throwaway Postgres for the whole run, with a migrated template from which each test file takes its copy.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectDatabase } from '../../src/database/database.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createQueues } from '../../src/jobs/queues.ts';

export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterhour-test-'));
  const server = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    throwaway: true,
  });
  const template = {
    host: server.socketDirectory,
    user: 'postgres',
    database: 'template_quarterhour',
  };
  await createDatabase(server.socketDirectory, template.database);
  await migrate(template);
  await prepareQueues(template);
  process.env['TEST_POSTGRES'] = server.socketDirectory;
  Object.assign(globalThis, { testPostgres: { server, folder } });
}

async function createDatabase(host: string, name: string): Promise<void> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
}

async function prepareQueues(address: {
  host: string;
  user: string;
  database: string;
}): Promise<void> {
  const database = connectDatabase(address, { onError: () => process.exit(1) });
  await createQueues(database);
  await database.close();
}

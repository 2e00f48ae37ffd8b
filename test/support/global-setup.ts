// One throwaway Postgres for the whole run, with a migrated template from which each test file takes its copy.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.ts';
import { migrate } from '../../src/database/migrate.ts';
import { prepareQueues } from '../../src/jobs/queues.ts';

export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterhour-test-'));
  const server = await startEmbeddedPostgres({
    dataDirectory: folder,
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

// Ends the Postgres of the whole run.
import { rmSync } from 'node:fs';
import type { EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.ts';

export default async function tearDown(): Promise<void> {
  const { server, folder } = (
    globalThis as unknown as { testPostgres: { server: EmbeddedPostgres; folder: string } }
  ).testPostgres;
  await server.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
}

// The ground under the service: a database, a key, a Google and a mail server, each the real one where it is set
// and our own where it is not.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { DatabaseAddress } from './database/database.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './database/embedded/embedded-postgres.ts';

export type DatabaseGround = { address: DatabaseAddress; stop(): Promise<void> };

/** The Postgres of DATABASE_URL, or the embedded one, which must outlive everybody who uses it. */
export async function findDatabase(config: Config): Promise<DatabaseGround> {
  if (config.databaseUrl !== null)
    return { address: { connectionString: config.databaseUrl }, stop: async () => {} };
  const server = await startEmbeddedPostgres({
    dataDirectory: join(config.dataDirectory, 'postgres'),
  });
  return { address: embeddedAddress(server), stop: () => server.stop() };
}

function embeddedAddress(server: EmbeddedPostgres): DatabaseAddress {
  return { host: server.socketDirectory, user: 'postgres', database: 'postgres' };
}

/** SECRET_KEY, or one made at the first start and kept beside the data that it protects. */
export function findSecretKey(config: Config): Buffer {
  if (config.secretKey) return config.secretKey;
  const file = join(config.dataDirectory, 'secret-key');
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8'), 'base64');
  const key = randomBytes(32);
  mkdirSync(config.dataDirectory, { recursive: true });
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

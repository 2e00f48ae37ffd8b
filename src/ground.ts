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
  const server = await startEmbeddedPostgres({ dataDirectory: embeddedData(config) });
  return { address: embeddedAddress(server), stop: () => server.stop() };
}

export function embeddedData({ dataDirectory }: Config): string {
  return join(dataDirectory, 'postgres');
}

export function embeddedAddress(
  server: Pick<EmbeddedPostgres, 'socketDirectory'>,
): DatabaseAddress {
  return { host: server.socketDirectory, user: 'postgres', database: 'postgres' };
}

/** SECRET_KEY, or one made at the first start and kept beside the data that it protects. */
export function findSecretKey(config: Config): Buffer {
  const known = findKnownSecretKey(config);
  if (known) return known;
  const key = randomBytes(32);
  mkdirSync(config.dataDirectory, { recursive: true });
  writeFileSync(keyFile(config), `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

/** Null where none is set and none was made yet. */
export function findKnownSecretKey(config: Config): Buffer | null {
  if (config.secretKey) return config.secretKey;
  const file = keyFile(config);
  return existsSync(file) ? Buffer.from(readFileSync(file, 'utf8'), 'base64') : null;
}

function keyFile({ dataDirectory }: Config): string {
  return join(dataDirectory, 'secret-key');
}

// The database as the doctor finds it: that of DATABASE_URL; or the embedded one, which the running service has in use, or
// which is started for the doctor alone and ended again.
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { connectDatabase, type DatabaseAddress } from '../database/database.ts';
import {
  findRunningPostgres,
  startEmbeddedPostgres,
} from '../database/embedded/embedded-postgres.ts';
import { sql } from '../database/sql.ts';
import { embeddedAddress, embeddedData } from '../ground.ts';
import type { DatabaseKind, FoundDatabase } from './ground.ts';

type Located = { kind: DatabaseKind; address: DatabaseAddress; stop(): Promise<void> };

export type Opened = { found: FoundDatabase; close(): Promise<void> };

const connectMs = 10_000;

export async function findDatabase(config: Config): Promise<Opened> {
  try {
    return await connect(await locate(config));
  } catch (error) {
    return { found: { kind: 'unreachable', error }, close: async () => {} };
  }
}

async function connect({ kind, address, stop }: Located): Promise<Opened> {
  // a connection that breaks at rest is met by the next question
  const database = connectDatabase(address, { max: 2, connectMs, onError: () => {} });
  const close = async () => {
    await database.close();
    await stop();
  };
  try {
    await database.query(sql`select 1 as one`);
    return { found: { kind, database }, close };
  } catch (error) {
    return { found: { kind: 'unreachable', error }, close };
  }
}

async function locate(config: Config): Promise<Located> {
  const stop = async () => {};
  if (config.databaseUrl !== null)
    return { kind: 'own', address: { connectionString: config.databaseUrl }, stop };
  const socketDirectory = findRunningPostgres(embeddedData(config));
  if (socketDirectory !== null)
    return { kind: 'running', address: embeddedAddress({ socketDirectory }), stop };
  return existsSync(join(embeddedData(config), 'PG_VERSION')) ? start(config) : tryOut(config);
}

async function start(config: Config): Promise<Located> {
  const server = await startEmbeddedPostgres({ dataDirectory: embeddedData(config) });
  return { kind: 'started', address: embeddedAddress(server), stop: () => server.stop() };
}

/** There are no data yet: one that is thrown away shows, in the same place, whether it can be. */
async function tryOut({ dataDirectory }: Config): Promise<Located> {
  const wasThere = existsSync(dataDirectory);
  const data = join(dataDirectory, `trial-${process.pid}`);
  const clear = () => {
    rmSync(data, { recursive: true, force: true });
    if (!wasThere && existsSync(dataDirectory)) rmdirSync(dataDirectory);
  };
  try {
    const server = await startEmbeddedPostgres({ dataDirectory: data, throwaway: true });
    const stop = async () => {
      await server.stop('immediate');
      rmSync(server.socketDirectory, { recursive: true, force: true });
      clear();
    };
    return { kind: 'trial', address: embeddedAddress(server), stop };
  } catch (error) {
    clear();
    throw error;
  }
}

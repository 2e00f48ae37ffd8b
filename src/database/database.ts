// The way to Postgres: queries on the pool, and short transactions.
import pg from 'pg';
import type { Statement } from './sql.ts';

/** Runs one statement; the pool and a transaction both can. */
export type Queryable = {
  query<Row extends object>(statement: Statement): Promise<Row[]>;
};

export type Transaction = Queryable & {
  /** For libraries that bring their own SQL (the job queue) and must take part in this transaction. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
};

export type Database = Queryable & {
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  pool: pg.Pool;
  close(): Promise<void>;
};

export type DatabaseAddress =
  | { connectionString: string }
  | { host: string; database: string; user: string };

/** In ms, between two statements: a process that hangs must not keep an organiser's lock, and others waiting for it. */
const longestPause = 15_000;

export function connectDatabase(
  address: DatabaseAddress,
  options: { max?: number; connectMs?: number; onError: (error: Error) => void },
): Database {
  const pool = new pg.Pool({
    ...address,
    max: options.max ?? 20,
    ...(options.connectMs !== undefined && { connectionTimeoutMillis: options.connectMs }),
    idle_in_transaction_session_timeout: longestPause,
  });
  let isClosing = false;
  // a server that ends right after us may still cut a connection that is saying good-bye
  pool.on('error', (error) => {
    if (!isClosing) options.onError(error);
  });
  return {
    pool,
    query: (statement) => rowsOf(pool, statement),
    transaction: (work) => inTransaction(pool, work),
    close: () => {
      isClosing = true;
      return pool.end();
    },
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // the pool listens only to connections at rest: unheard, a cut one would end the process
  const noteBreak = (error: Error) => {
    broken = error;
  };
  client.on('error', noteBreak);
  try {
    await client.query('begin');
    const result = await work(transactionOn(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(noteBreak);
    throw error;
  } finally {
    client.off('error', noteBreak);
    client.release(broken);
  }
}

function transactionOn(client: pg.PoolClient): Transaction {
  return {
    query: (statement) => rowsOf(client, statement),
    executeSql: (text, values) => client.query<Record<string, unknown>>(text, values),
  };
}

async function rowsOf<Row extends object>(
  client: pg.Pool | pg.PoolClient,
  statement: Statement,
): Promise<Row[]> {
  const { rows } = await client.query<Row>(statement);
  return rows;
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { type TestDatabase, testDatabase } from '../support/test-database.ts';

let made: TestDatabase;

beforeAll(async () => {
  made = await testDatabase();
});

afterAll(() => made.drop());

test('a transaction whose connection is cut fails alone: the process and the next transaction go on', async () => {
  const { database } = made;
  const cut = database.transaction(async (transaction) => {
    const [row] = await transaction.query<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await database.query(sql`select pg_terminate_backend(${row!.pid}, 5000)`);
    return transaction.query(sql`select 1 as one`);
  });

  await expect(cut).rejects.toThrow();
  const next = await database.transaction((transaction) => transaction.query(sql`select 1 as one`));
  expect(next).toEqual([{ one: 1 }]);
});

test('a transaction that nobody goes on with is ended by the database, and its locks with it', async () => {
  const [row] = await made.database.query<{ timeout: string }>(
    sql`select current_setting('idle_in_transaction_session_timeout') as timeout`,
  );

  expect(row!.timeout).toBe('15s');
});

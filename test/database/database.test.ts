import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

test('values of a statement never become part of its text', async () => {
  const nasty = `'; drop table organisers; --`;

  const rows = await db.database.query<{ echo: string }>(sql`select ${nasty}::text as echo`);

  expect(rows).toEqual([{ echo: nasty }]);
});

test('a transaction that throws leaves nothing behind', async () => {
  const insert = db.database.transaction(async (transaction) => {
    await transaction.query(sql`insert into handles (handle) values ('lost')`);
    throw new Error('on purpose');
  });

  await expect(insert).rejects.toThrow('on purpose');
  expect(await db.database.query(sql`select handle from handles`)).toEqual([]);
});

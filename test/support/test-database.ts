// A database of its own for a test file: a copy of the migrated template, made in some 30 ms.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectDatabase, type Database } from '../../src/database/database.ts';

export type TestDatabase = {
  database: Database;
  address: { host: string; user: string; database: string };
  drop(): Promise<void>;
};

export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const address = {
    host: process.env['TEST_POSTGRES']!,
    user: 'postgres',
    database: `test_${randomBytes(6).toString('hex')}`,
  };
  await asAdministrator(`create database ${address.database} template template_quarterhour`);
  let isOver = false;
  const database = connectDatabase(address, {
    max: options.max ?? 10,
    onError: (error) => {
      // The pool counts as closed before its connections are: the drop may meet the last of them.
      if (!isOver) throw error;
    },
  });
  return {
    database,
    address,
    drop: async () => {
      await database.close();
      isOver = true;
      await asAdministrator(`drop database ${address.database} with (force)`);
    },
  };
}

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({
    host: process.env['TEST_POSTGRES']!,
    user: 'postgres',
    database: 'postgres',
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

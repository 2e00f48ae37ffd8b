// What the doctor finds of the database: one that is well, and every way in which one is not.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Config } from '../../src/config.ts';
import { connectDatabase } from '../../src/database/database.ts';
import { sql } from '../../src/database/sql.ts';
import { checkClocks } from '../../src/doctor/check-clocks.ts';
import { checkDatabase } from '../../src/doctor/check-database.ts';
import { checkExtension } from '../../src/doctor/check-extension.ts';
import { checkMigrations } from '../../src/doctor/check-migrations.ts';
import { findDatabase } from '../../src/doctor/find-database.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import type { Ground } from '../../src/doctor/ground.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

let migrated: TestDatabase;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  migrated = await testDatabase();
});

afterAll(async () => {
  for (const close of closing) await close();
  await migrated.drop();
});

const realClock = () => new Date();

test('a database that is well is told of in four lines', async () => {
  const findings = await examine(addressOf(migrated.address.database));

  expect(findings).toEqual([
    { level: 'ok', says: expect.stringContaining('the one of DATABASE_URL') },
    { level: 'ok', says: 'The extension btree_gist is there.' },
    { level: 'ok', says: expect.stringMatching(/up to date \(\d+ migrations\)/) },
    { level: 'ok', says: expect.stringContaining('agree') },
  ]);
});

test('before the first start there are no tables, which is no fault', async () => {
  const name = await emptyDatabase();

  const findings = await examine(addressOf(name));

  expect(findings.slice(1, 3)).toEqual([
    { level: 'ok', says: 'The extension btree_gist can be made at the first start.' },
    { level: 'note', says: expect.stringContaining('made when the service first starts') },
  ]);
});

test('a user who may make neither extension nor tables is named as two faults', async () => {
  const name = await emptyDatabase();
  await asAdministrator('create role stranger login');

  const findings = await examine(addressOf(name, 'stranger'));

  expect(findings.slice(1, 3)).toEqual([
    {
      level: 'fault',
      says: expect.stringContaining('this user may not make it'),
      mend: expect.stringContaining('create extension btree_gist;'),
    },
    {
      level: 'fault',
      says: expect.stringContaining('this user may not make them'),
      mend: expect.stringContaining('owner to'),
    },
  ]);
});

test.each([
  ['that does not exist', 'nothing_of_the_kind', /does not exist/],
  ['whose socket is nowhere', null, /no socket/],
])(
  'a database %s is one fault that says so, and the rest is left alone',
  async (_, name, words) => {
    const address = name === null ? 'postgres:///x?host=/nowhere' : addressOf(name);

    const findings = await examine(address);

    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ level: 'fault', says: expect.stringMatching(words) });
  },
);

test('a password in DATABASE_URL is never told', async () => {
  const findings = await examine('postgres://user:geheim@127.0.0.1:1/x');

  expect(findings).toEqual([
    expect.objectContaining({ level: 'fault', says: expect.stringContaining('Nothing listens') }),
  ]);
  expect(JSON.stringify(findings)).not.toContain('geheim');
});

test.each([
  ['of an older version', (names: string[]) => names.slice(0, -1), 'note', /yet to run/],
  ['of a newer version', (names: string[]) => [...names, '9999-later'], 'fault', /9999-later/],
  ['made in another order', (names: string[]) => names.slice(1), 'fault', /another order/],
])('tables %s are told of', async (_, change, level, words) => {
  const database = await testDatabase();
  closing.push(database.drop);
  await keepMigrations(database, change);

  const [finding] = await checkMigrations(groundOn(database));

  expect(finding).toMatchObject({ level, says: expect.stringMatching(words) });
});

test.each([
  [0, 'ok'],
  [10_000, 'note'],
  [60_000, 'fault'],
])('clocks that are %d ms apart are: %s', async (apart, level) => {
  const clock = () => new Date(realClock().getTime() + apart);

  const [finding] = await checkClocks({ ...groundOn(migrated), clock });

  expect(finding?.level).toBe(level);
});

async function examine(databaseUrl: string): Promise<Finding[]> {
  const config = { databaseUrl } as Config;
  const { found, close } = await findDatabase(config);
  closing.unshift(close);
  const ground = { config, found, clock: realClock } as Ground;
  const checks = [checkDatabase, checkExtension, checkMigrations, checkClocks];
  const findings = await Promise.all(checks.map((check) => check(ground)));
  return findings.flat();
}

function groundOn({ database }: TestDatabase): Ground {
  return { found: { kind: 'own', database }, clock: realClock } as Ground;
}

function addressOf(name: string, user = 'postgres'): string {
  const host = encodeURIComponent(process.env['TEST_POSTGRES']!);
  return `postgres://${user}@/${name}?host=${host}`;
}

async function emptyDatabase(): Promise<string> {
  const name = `doctor_${closing.length}_${process.pid}`;
  await asAdministrator(`create database ${name}`);
  closing.push(() => asAdministrator(`drop database ${name} with (force)`));
  return name;
}

async function asAdministrator(statement: string): Promise<void> {
  const { host } = migrated.address;
  const address = { host, user: 'postgres', database: 'postgres' };
  const database = connectDatabase(address, { max: 1, onError: () => {} });
  await database.pool.query(statement);
  await database.close();
}

async function keepMigrations(
  { database }: TestDatabase,
  change: (names: string[]) => string[],
): Promise<void> {
  const rows = await database.query<{ name: string }>(sql`select name from migrations order by id`);
  await database.query(sql`delete from migrations`);
  for (const name of change(rows.map((row) => row.name)))
    await database.query(sql`insert into migrations (name, run_on) values (${name}, now())`);
}

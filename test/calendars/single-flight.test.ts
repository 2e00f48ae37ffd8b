// One run at a time, over all processes. A process is stood for by its own way to the database: nothing else is shared.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { beginRun, endRun } from '../../src/calendars/run-queries.ts';
import { joinOrStart, joinOrStartNext } from '../../src/calendars/single-flight.ts';
import type { Database } from '../../src/database/database.ts';
import { sql } from '../../src/database/sql.ts';
import { testClock } from '../support/clock.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';

const clock = testClock('2026-03-02T12:00:00Z');
const name = 'the work';

let held: TestDatabase;
beforeAll(async () => {
  held = await testDatabase();
});
beforeEach(() => held.database.query(sql`delete from runs`));
afterAll(() => held.drop());

type Process = ReturnType<typeof aProcess>;

function aProcess() {
  const process = {
    clock,
    /** How often it has looked whose turn it is. */
    looks: 0,
    database: {
      ...held.database,
      query: (statement: ReturnType<typeof sql>) => {
        process.looks += 1;
        return held.database.query(statement);
      },
    } as Database,
  };
  return process;
}

/** Work that lasts until it is let go, and counts its runs. */
function aWork() {
  const waiting: (() => void)[] = [];
  const work = {
    runs: 0,
    atOnce: 0,
    mostAtOnce: 0,
    finishOne: async () => {
      await until(() => waiting.length > 0, 'a run is under way');
      waiting.shift()!();
    },
    name,
    mostSeconds: 30,
    run: async () => {
      work.runs += 1;
      work.atOnce += 1;
      work.mostAtOnce = Math.max(work.mostAtOnce, work.atOnce);
      await new Promise<void>((done) => waiting.push(done));
      work.atOnce -= 1;
    },
  };
  return work;
}

const isBegun = async ({ database }: Process) =>
  (await database.query(sql`select from runs where ends_by is not null`)).length > 0;

test('readers of several processes share one run', async () => {
  const [one, other] = [aProcess(), aProcess()];
  const work = aWork();
  const first = joinOrStart(one, work);
  await until(() => isBegun(one), 'the run has begun');
  const others = [joinOrStart(one, work), joinOrStart(other, work), joinOrStart(other, work)];
  await until(() => other.looks > 1, 'the other process has seen that it is not its turn');

  await work.finishOne();
  await Promise.all([first, ...others]);

  expect(work.runs).toBe(1);
});

test('who needs what changed until now waits for a run that begins afterwards, and shares that', async () => {
  const [one, other, third] = [aProcess(), aProcess(), aProcess()];
  const work = aWork();
  const first = joinOrStart(one, work);
  await until(() => isBegun(one), 'the run has begun');
  const later = [one, other, third].map((process) => joinOrStartNext(process, work));
  await until(() => other.looks > 1 && third.looks > 1, 'the others have seen it');

  await work.finishOne();
  await first;
  await work.finishOne();
  await Promise.all(later);

  expect([work.runs, work.mostAtOnce]).toEqual([2, 1]);
});

test('a run whose process died is given up after its time', async () => {
  const now = clock();
  await beginRun(held.database, name, { now, endsBy: new Date(now.getTime() + 30_000) });
  const work = aWork();
  const process = aProcess();
  const waiting = joinOrStart(process, work);
  await until(() => process.looks > 1, 'it has seen that it is not its turn');
  const before = work.runs;

  clock.advance(30_000);

  await work.finishOne();
  await waiting;
  expect([before, work.runs]).toEqual([0, 1]);
});

test('a run that failed is its own caller’s matter: those who waited run anew', async () => {
  const [one, other] = [aProcess(), aProcess()];
  const work = aWork();
  const failing = {
    ...work,
    run: () => work.run().then(() => Promise.reject(new Error('broken'))),
  };
  const failed = joinOrStart(one, failing);
  await until(() => isBegun(one), 'the run has begun');
  const waiting = joinOrStart(other, work);
  await until(() => other.looks > 1, 'the other process has seen that it is not its turn');

  await work.finishOne();
  await expect(failed).rejects.toThrow('broken');
  await work.finishOne();
  await waiting;

  expect(work.runs).toBe(2);
});

test('a run that was given up ends without a trace', async () => {
  const now = clock();
  const soon = new Date(now.getTime() + 1);
  const lost = await beginRun(held.database, name, { now, endsBy: soon });
  clock.advance(1000);
  const work = aWork();
  const later = joinOrStart(aProcess(), work);
  await until(() => work.atOnce > 0, 'another has taken over');

  await endRun(held.database, name, lost!, { isDone: true });

  expect(await isBegun(aProcess())).toBe(true);
  await work.finishOne();
  await later;
});

test('of many who begin at the same moment one gets the turn', async () => {
  const now = clock();
  const turn = { now, endsBy: new Date(now.getTime() + 30_000) };

  const numbers = await Promise.all(
    Array.from({ length: 8 }, () => beginRun(held.database, name, turn)),
  );

  expect(numbers.filter((number) => number !== null)).toEqual([1]);
});

// The jobs in Postgres, by pg-boss: enqueued on the transaction's own connection, worked off in small batches.
import { createHash } from 'node:crypto';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { describeError } from '../log.ts';
import type { JobName, Jobs, JobSteps } from './jobs.ts';
import { createBoss, jobNames, workersOf } from './queues.ts';

/** The rhythms that jobs come round in, in seconds. */
export type Rhythms = { sweepSeconds: number; pollSeconds: number; channelSeconds: number };

/** The queues are asked every half second: a fault that lasts is heard of again and again within this time. */
const ailingMilliseconds = 5000;

export async function startJobs(database: Database, log: Logger, rhythms: Rhythms): Promise<Jobs> {
  const boss = createBoss(database, { migrate: false });
  let failedAt = -Infinity;
  boss.on('error', (failure) => {
    failedAt = performance.now();
    log.error({ err: failure }, 'the job queue failed');
  });
  await boss.start();
  const timers: NodeJS.Timeout[] = [];
  const jobs: Jobs = {
    enqueue: async (transaction, name, payload, options = {}) => {
      await boss.send(name, payload, {
        ...(transaction && { db: transaction }),
        ...(options.afterSeconds !== undefined && { startAfter: options.afterSeconds }),
        ...(options.onlyOne !== undefined && { singletonKey: options.onlyOne }),
        ...(options.once !== undefined && { id: idOf(options.once) }),
      });
    },
    work: async (steps) => {
      for (const name of jobNames) await workOff(boss, name, steps, log);
      timers.push(repeat(jobs, 'sweep-bookings', rhythms.sweepSeconds, log));
      timers.push(repeat(jobs, 'poll-calendars', rhythms.pollSeconds, log));
      timers.push(repeat(jobs, 'keep-channels', rhythms.channelSeconds, log));
    },
    countUnfinished: () => countUnfinished(database),
    isHealthy: () => performance.now() - failedAt > ailingMilliseconds,
    stop: async () => {
      timers.forEach(clearInterval);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
  return jobs;
}

/** A job's id is unique in its queue: a second job of the same words is not taken in. */
function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function workOff(boss: PgBoss, name: JobName, steps: JobSteps, log: Logger): Promise<void> {
  const options = {
    batchSize: 10,
    localConcurrency: workersOf(name),
    pollingIntervalSeconds: 0.5,
    perJobResults: true,
  } as const;
  const step = steps[name] as (payload: object) => Promise<void>;
  await boss.work<object>(name, options, (batch) =>
    Promise.all(batch.map((job) => runJob(name, step, job, log))),
  );
}

async function runJob(
  name: JobName,
  step: (payload: object) => Promise<void>,
  job: Job,
  log: Logger,
): Promise<JobResult> {
  try {
    await step(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    log.warn({ err: error, job: name, payload: job.data }, 'a job failed and will be tried again');
    return { id: job.id, status: 'failed', output: { message: describeError(error).message } };
  }
}

function repeat(
  jobs: Jobs,
  name: 'sweep-bookings' | 'poll-calendars' | 'keep-channels',
  seconds: number,
  log: Logger,
): NodeJS.Timeout {
  const enqueue = () =>
    jobs.enqueue(null, name, {}, { onlyOne: name }).catch((error: Error) => {
      log.error({ err: error, job: name }, 'a job could not be put in line');
    });
  void enqueue();
  return setInterval(enqueue, seconds * 1000);
}

/** Jobs that run, or are due within seconds; those put off for longer do not count. */
async function countUnfinished(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`
    select count(*)::int as count from jobs.job where state in ('created', 'active', 'retry')
      and (state = 'active' or start_after <= now() + interval '3 seconds')`);
  return row!.count;
}

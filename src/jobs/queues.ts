// One queue per job name, with how stubbornly each is tried again.
import { PgBoss, type Queue } from 'pg-boss';
import { connectDatabase, type Database, type DatabaseAddress } from '../database/database.ts';
import type { JobName } from './jobs.ts';

type QueueSettings = Omit<Queue, 'name'>;

/** What must happen in the end: for two weeks, after 2 s at first and never more than 10 minutes apart. */
const untilDone: QueueSettings = {
  retryLimit: 2500,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 120,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 86_400,
};

/** What comes round again by itself: at most one waits, and a failed one is not repeated. */
const recurring: QueueSettings = {
  policy: 'short',
  retryLimit: 0,
  expireInSeconds: 120,
  deleteAfterSeconds: 600,
};

/** As `recurring`, but worth a few tries of its own. */
const refreshing: QueueSettings = {
  ...recurring,
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
};

export const queues: Record<JobName, QueueSettings> = {
  'publish-booking': untilDone,
  'send-mail': untilDone,
  'send-receipt': untilDone,
  'send-invitation': untilDone,
  'tell-health': { ...untilDone, policy: 'short' },
  'read-calendar-list': refreshing,
  'recheck-booking': untilDone,
  'refresh-busy': refreshing,
  'follow-calendar': refreshing,
  'sweep-bookings': recurring,
  'poll-calendars': recurring,
  'keep-channels': recurring,
};

/** Whose steps ask Google, which may let one account wait and answer the others. */
const asksGoogle: ReadonlySet<JobName> = new Set([
  'publish-booking',
  'read-calendar-list',
  'recheck-booking',
  'refresh-busy',
  'follow-calendar',
]);

/** A batch is over when its slowest job is: so many are worked off beside each other. */
export function workersOf(name: JobName): number {
  return asksGoogle.has(name) ? 4 : 1;
}

export const jobNames = Object.keys(queues) as JobName[];

/** Brings the job library's own tables and the queues to this version, as `migrate` does ours. */
export async function prepareQueues(address: DatabaseAddress): Promise<void> {
  const database = connectDatabase(address, { max: 1, onError: raise });
  const boss = createBoss(database, { migrate: true });
  await boss.start();
  for (const name of jobNames) await createQueue(boss, name);
  await boss.stop({ graceful: false });
  await database.close();
}

export function createBoss(database: Database, options: { migrate: boolean }): PgBoss {
  return new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: 'jobs',
    migrate: options.migrate,
    schedule: false,
    supervise: !options.migrate,
  });
}

async function createQueue(boss: PgBoss, name: JobName): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, withoutPolicy(queues[name]));
  else await boss.createQueue(name, queues[name]);
}

function raise(error: Error): never {
  throw error;
}

/** A queue's policy is settled for good when it is made. */
function withoutPolicy(settings: QueueSettings): Omit<QueueSettings, 'policy'> {
  const { policy: _policy, ...rest } = settings;
  return rest;
}

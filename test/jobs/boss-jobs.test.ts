// How jobs are worked off: what one of them waits for must not keep the others waiting.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startJobs } from '../../src/jobs/boss-jobs.ts';
import type { JobName, Jobs, JobSteps } from '../../src/jobs/jobs.ts';
import { jobNames } from '../../src/jobs/queues.ts';
import { type TestDatabase, testDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';

const hour = 3600;
let held: TestDatabase;
let jobs: Jobs;
beforeEach(async () => {
  held = await testDatabase();
  const rhythms = { sweepSeconds: hour, pollSeconds: hour, channelSeconds: hour };
  jobs = await startJobs(held.database, pino({ level: 'silent' }), rhythms);
});
afterEach(async () => {
  await jobs.stop();
  await held.drop();
});

test.each<JobName>(['follow-calendar', 'refresh-busy', 'publish-booking'])(
  'a %s that Google lets wait does not hold up those that come after it',
  async (name) => {
    const { promise: answer, resolve: letGo } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const step = (payload: object) => {
      const who = String(Object.values(payload)[0]);
      begun.push(who);
      return who === 'slow' ? answer : Promise.resolve();
    };
    await jobs.work(stepsWith(name, step));
    await enqueue(name, 'slow');
    await until(() => begun.includes('slow'), 'the slow one is under way');

    await enqueue(name, 'quick');

    await until(() => begun.includes('quick'), 'the quick one is under way', 5);
    letGo();
    expect(begun).toEqual(['slow', 'quick']);
  },
);

function stepsWith(name: JobName, step: (payload: object) => Promise<void>): JobSteps {
  const others = jobNames.map((each) => [each, async () => {}]);
  return { ...(Object.fromEntries(others) as JobSteps), [name]: step };
}

function enqueue(name: JobName, who: string): Promise<void> {
  const payload = { bookingId: who, calendarId: who, organiserId: who };
  return jobs.enqueue(null, name, payload);
}

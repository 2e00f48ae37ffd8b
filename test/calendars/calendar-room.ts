// One organiser with a connected account and its primary calendar, in a database of its own, with the real job queue.
// No worker runs: a test calls the steps itself and sees what they put in line.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { pino } from 'pino';
import type { Config } from '../../src/config.ts';
import { sql } from '../../src/database/sql.ts';
import type { Google } from '../../src/google/google.ts';
import { startJobs } from '../../src/jobs/boss-jobs.ts';
import type { Mailer } from '../../src/mail/mailer.ts';
import type { Parts } from '../../src/parts.ts';
import { createSeal } from '../../src/secrets/seal.ts';
import { createTokens } from '../../src/secrets/tokens.ts';
import { testClock, type TestClock } from '../support/clock.ts';
import { testDatabase } from '../support/test-database.ts';

export type CalendarRoom = {
  parts: Parts;
  clock: TestClock;
  organiserId: string;
  accountId: string;
  calendarId: string;
  eventTypeId: string;
  /** What waits in line, as "name {payload}", oldest first. */
  listJobs(): Promise<string[]>;
  close(): Promise<void>;
};

export const noon = '2026-03-02T12:00:00Z';
export const primary = 'mira@example.com';

let ground: Ground | null = null;
afterAll(() => ground?.close());

/** The database and the queue are made once per test file, and emptied when a test closes its room. */
export async function openRoom(
  google: Google,
  { refreshToken = 'refresh', clock = testClock(noon) } = {},
): Promise<CalendarRoom> {
  ground ??= await layGround();
  const { database } = ground;
  const config = { publicUrl: 'https://book.example.com', syncPollSeconds: 300 } as Config;
  // The rooms under test send no mail.
  const mailer = {} as Mailer;
  const parts: Parts = { ...ground, config, clock, google, mailer };
  return {
    parts,
    clock,
    ...(await insertOrganiser(parts, refreshToken)),
    listJobs: async () => {
      const rows = await database.query<{ job: string }>(sql`
        select name || ' ' || data::text as job from jobs.job where state = 'created' order by created_on`);
      return rows.map((row) => row.job);
    },
    close: async () => {
      await database.query(sql`delete from bookings`);
      await database.query(sql`delete from organisers`);
      await database.query(sql`delete from jobs.job`);
    },
  };
}

type Ground = Pick<Parts, 'database' | 'jobs' | 'log' | 'seal' | 'tokens'> & {
  close(): Promise<void>;
};

async function layGround(): Promise<Ground> {
  const held = await testDatabase();
  const { database } = held;
  const log = pino({ level: 'silent' });
  const jobs = await startJobs(database, log, {
    sweepSeconds: 3600,
    pollSeconds: 3600,
    channelSeconds: 3600,
  });
  const secretKey = randomBytes(32);
  return {
    database,
    jobs,
    log,
    seal: createSeal(secretKey),
    tokens: createTokens(secretKey),
    close: async () => {
      await jobs.stop();
      await held.drop();
    },
  };
}

async function insertOrganiser({ database, seal, clock }: Parts, refreshToken: string) {
  const [organiserId, accountId, calendarId, eventTypeId] = [1, 2, 3, 4].map(() =>
    randomUUID(),
  ) as [string, string, string, string];
  const sealed = seal.close(refreshToken, accountId);
  await database.query(sql`
    insert into organisers (id, handle, name, email, time_zone, created_at)
    values (${organiserId}, 'mira', 'Mira Example', ${primary}, 'Europe/Berlin', ${clock()})`);
  await database.query(sql`
    insert into google_accounts
      (id, organiser_id, subject, email, refresh_token_sealed, scopes, state, connected_at)
    values (${accountId}, ${organiserId}, 's', ${primary}, ${sealed}, '{}', 'connected', ${clock()})`);
  await database.query(sql`
    insert into calendars (id, organiser_id, google_account_id, google_calendar_id, title, time_zone,
      access_role, is_primary, counts_as_busy)
    values (${calendarId}, ${organiserId}, ${accountId}, ${primary}, 'Mira', 'Europe/Berlin', 'owner', true, true)`);
  await database.query(sql`
    update organisers set booking_calendar_id = ${calendarId} where id = ${organiserId}`);
  await database.query(sql`
    insert into event_types (id, organiser_id, slug, title, duration_minutes, horizon_days)
    values (${eventTypeId}, ${organiserId}, 'visit', 'Visit', 30, 60)`);
  return { organiserId, accountId, calendarId, eventTypeId };
}

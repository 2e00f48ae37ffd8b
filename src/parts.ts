// What every step of the service works with, and the one place that puts it together.
import type { Logger } from 'pino';
import { pollTickSeconds } from './calendars/poll-rhythm.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { connectDatabase, type Database, type DatabaseAddress } from './database/database.ts';
import { createGoogle } from './google/create-google.ts';
import type { Google } from './google/google.ts';
import { redirectUriAt } from './google/redirect-uri.ts';
import { startJobs } from './jobs/boss-jobs.ts';
import type { Jobs } from './jobs/jobs.ts';
import { createLog } from './log.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { createSeal, type Seal } from './secrets/seal.ts';
import { createTokens, type Tokens } from './secrets/tokens.ts';

export type Parts = {
  config: Config;
  clock: Clock;
  log: Logger;
  database: Database;
  jobs: Jobs;
  google: Google;
  mailer: Mailer;
  seal: Seal;
  tokens: Tokens;
};

/** What main.ts has found or started before the parts are put together. */
export type Ground = {
  config: Config;
  clock: Clock;
  databaseAddress: DatabaseAddress;
  secretKey: Buffer;
  google: NonNullable<Config['google']>;
  smtpUrl: string;
};

export async function createParts(ground: Ground): Promise<Parts> {
  const { config, clock, secretKey } = ground;
  const log = createLog(config.logLevel);
  const database = connectDatabase(ground.databaseAddress, {
    onError: (error) => log.error({ err: error }, 'a database connection broke'),
  });
  return {
    config,
    clock,
    log,
    database,
    jobs: await startJobs(database, log, {
      sweepSeconds: 15,
      pollSeconds: pollTickSeconds(config.syncPollSeconds),
      channelSeconds: 60,
    }),
    google: createGoogle({
      ...ground.google,
      redirectUri: redirectUriAt(config.publicUrl),
    }),
    mailer: createMailer({ smtpUrl: ground.smtpUrl, from: config.mailFrom }),
    seal: createSeal(secretKey),
    tokens: createTokens(secretKey),
  };
}

/** In the order in which one needs the other. */
export async function closeParts(parts: Parts): Promise<void> {
  await parts.jobs.stop();
  parts.mailer.close();
  await parts.database.close();
}

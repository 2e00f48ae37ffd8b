// What every step of the service works with, and the one place that puts it together.
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { Google } from './google/google.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Seal } from './secrets/seal.ts';
import type { Tokens } from './secrets/tokens.ts';

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

// What the doctor looks at. Nothing of it needs the service to run, or keeps it from running.
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Google } from '../google/google.ts';
import type { Seal } from '../secrets/seal.ts';
import type { Tokens } from '../secrets/tokens.ts';
import type { Finding } from './finding.ts';

/**
 * `own`: that of DATABASE_URL. Of the embedded one: `running` already; `started` on its data for the doctor; `trial`: there
 * are no data yet, and it was started to see whether it can be.
 */
export type DatabaseKind = 'own' | 'running' | 'started' | 'trial';

export type FoundDatabase =
  | { kind: DatabaseKind; database: Database }
  | { kind: 'unreachable'; error: unknown };

export type Ground = {
  config: Config;
  /** What is wrong with the settings, each in a sentence that begins with the setting's name. */
  faults: readonly string[];
  clock: Clock;
  found: FoundDatabase;
  /** Null: the sandbox's. */
  google: Google | null;
  /** Null: the sandbox's inbox. */
  smtpUrl: string | null;
  seal: Seal;
  tokens: Tokens;
  /** In whose calendar an event is to be booked and cancelled: a handle, or the only one there is; null: in nobody's. */
  trial: { handle: string | null } | null;
};

export type Check = (ground: Ground) => Promise<Finding[]>;

/** Null where it does not answer. */
export function databaseOf({ found }: Ground): Database | null {
  return found.kind === 'unreachable' ? null : found.database;
}

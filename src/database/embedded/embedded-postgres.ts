// A Postgres of our own for a machine that has none: no TCP port, one Unix socket in a folder that only its user
// can open. A server that a killed process left behind is taken over, with all that it holds.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { endPostmaster, findPostmaster, isAlive, waitUntilReady } from './postmaster.ts';
import { canReach, findPostgresUser, type UnixUser } from './unix-user.ts';

export type EmbeddedPostgres = {
  /** `host` for pg. */
  socketDirectory: string;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
};

type Place = { data: string; socket: string; user: UnixUser | null; bin: string };

/** @param options.throwaway for tests: nothing is kept safe from a crash, and it ends with its parent. */
export async function startEmbeddedPostgres(options: {
  dataDirectory: string;
  throwaway?: boolean;
}): Promise<EmbeddedPostgres> {
  const place = await preparePlace(resolve(options.dataDirectory));
  const throwaway = options.throwaway ?? false;
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, throwaway);
  const left = findPostmaster(place.data, place.socket);
  if (left) return adopt(place, left);
  return start(place, throwaway);
}

/** The socket's folder of a server that runs on these data now; null when none does. Nothing is begun, nothing taken over. */
export function findRunningPostgres(dataDirectory: string): string | null {
  const data = resolve(dataDirectory);
  const socket = socketDirectoryOf(data, findPostgresUser());
  return findPostmaster(data, socket) === null ? null : socket;
}

async function preparePlace(data: string): Promise<Place> {
  const user = findPostgresUser();
  mkdirSync(dirname(data), { recursive: true, mode: 0o755 });
  if (user && !canReach(dirname(data), user))
    throw new Error(
      `Postgres runs as user ${user.uid} and cannot reach ${data}: set DATA_DIRECTORY to a folder outside of /root.`,
    );
  const socket = socketDirectoryOf(data, user);
  for (const folder of [socket, data]) claimFolder(folder, user);
  return { data, socket, user, bin: await findBinaries(user) };
}

/** Below a short folder: a socket's path holds 107 bytes. */
function socketDirectoryOf(data: string, user: UnixUser | null): string {
  const parent = user ? '/run' : tmpdir();
  return join(
    parent,
    `quarterhour-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`,
  );
}

/** The socket's folder has a name that others can guess: one that somebody else made is not trusted. */
function claimFolder(folder: string, user: UnixUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = statSync(folder);
  if (uid !== process.getuid?.() && uid !== user?.uid)
    throw new Error(`${folder} belongs to another user (${uid}).`);
  if (user) chownSync(folder, user.uid, user.gid);
}

function initialise(place: Place, throwaway: boolean): void {
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const result = spawnSync(
    join(place.bin, 'initdb'),
    [
      '-D',
      place.data,
      '-U',
      'postgres',
      ...options,
      ...locale,
      ...(throwaway ? ['--no-sync'] : []),
    ],
    { ...place.user, env: serverEnvironment(), cwd: '/', encoding: 'utf8' },
  );
  if (result.status !== 0)
    throw new Error(
      `initdb failed: ${result.error?.message ?? ''}\n${result.stdout}${result.stderr}`,
    );
}

async function adopt(place: Place, pid: number): Promise<EmbeddedPostgres> {
  const owner = existsSync(ownerFile(place)) ? Number(readFileSync(ownerFile(place), 'utf8')) : 0;
  if (owner && owner !== process.pid && isAlive(owner))
    throw new Error(`Another Quarterhour (process ${owner}) is using ${place.data}.`);
  await waitUntilReady(place.data, pid, () => 'It was left by an earlier run.');
  writeFileSync(ownerFile(place), String(process.pid));
  return { socketDirectory: place.socket, stop: (mode = 'fast') => endPostmaster(pid, mode) };
}

async function start(place: Place, throwaway: boolean): Promise<EmbeddedPostgres> {
  const child = spawnServer(place, throwaway);
  let output = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000);
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  await Promise.race([failed, waitUntilReady(place.data, child.pid!, () => output)]);
  writeFileSync(ownerFile(place), String(process.pid));
  releaseFromEventLoop(child);
  return {
    socketDirectory: place.socket,
    stop: (mode = 'fast') => endPostmaster(child.pid!, mode),
  };
}

/** `detached`: a session of its own, so that Ctrl-C reaches the service only, which drains before it ends it. */
function spawnServer(place: Place, throwaway: boolean): ChildProcess {
  const settings = { ...serverSettings(place), ...(throwaway ? throwawaySettings : {}) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const endsWithParent = throwaway && existsSync('/usr/bin/setpriv');
  const [command, ...parts] = [
    ...(endsWithParent ? ['/usr/bin/setpriv', '--pdeathsig', 'QUIT', '--'] : []),
    join(place.bin, 'postgres'),
    '-D',
    place.data,
    ...flags,
  ];
  return spawn(command!, parts, {
    ...place.user,
    env: serverEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const serverSettings = (place: Place): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: place.socket,
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
});

const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

function serverEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', TZ: 'UTC' };
}

function ownerFile(place: Place): string {
  return join(place.socket, 'owner.pid');
}

function releaseFromEventLoop(child: ChildProcess): void {
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
}

// The product as a user starts it: `npm start`, a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isAlive } from '../../src/database/embedded/postmaster.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

const project = resolve(import.meta.dirname, '../..');

export type Started = {
  /** From the command to a page that can be booked. */
  seconds: number;
  /** The demo organiser's booking page. */
  url: string;
  port: number;
  output(): string;
  /** Of the node process that serves. */
  pid: number;
  /** Resolves with the exit code, null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** A folder that Postgres' own user can reach. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterhour-start-'));
  chmodSync(folder, 0o755);
  return folder;
}

export async function start(folder: string, port?: number): Promise<Started> {
  const chosen = port ?? (await freePort());
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: project,
    env: { ...cleanEnvironment(), PORT: String(chosen), DATA_DIRECTORY: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = outputOf(child);
  await until(
    () => /\/\S+\/30min/.test(output()) || child.exitCode !== null,
    'it says where to book',
    60,
  );
  const url = /http:\S+\/30min/.exec(output())?.[0];
  if (url === undefined) throw new Error(`npm start ended:\n${output()}`);
  await until(async () => (await fetch(url)).ok, 'the booking page is served', 30);
  const seconds = (performance.now() - began) / 1000;
  return {
    seconds,
    url,
    port: chosen,
    output,
    pid: servingProcess(child.pid!),
    end: (signal) => end(child, signal),
  };
}

/** Without what the test runner sets for itself. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return environment;
}

function outputOf(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  return () => text;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => {
      done(code);
    });
  });
  const pid = servingProcess(child.pid!);
  process.kill(pid, signal);
  // npm passes on the Ctrl-C that the terminal has sent to both: a moment later it comes again
  if (signal === 'SIGINT') setTimeout(() => isAlive(pid) && process.kill(pid, signal), 20);
  return ended;
}

/** Whether any process still works on the folder. */
export function isInUse(folder: string): boolean {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .some((pid) => commandOf(pid).includes(folder));
}

function commandOf(pid: string): string {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** npm, perhaps a shell, node: the innermost first child. */
function servingProcess(pid: number): number {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  if (command.includes('src/main.ts') || children === '') return pid;
  return servingProcess(Number(children.split(' ')[0]));
}

// From `npm start` on a machine that has just installed to a page that can be booked, and again; what it weighs.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';
import type { Figure } from './figure.ts';

const project = resolve(import.meta.dirname, '../..');
const firstView = /(?:href|src)="(\/assets\/[^"]+)"/g;

export async function benchStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterhour-bench-'));
  chmodSync(folder, 0o755);
  try {
    const first = await start(folder);
    await first.stop();
    const again = await start(folder);
    const memory = residentMegabytes(again.pid);
    const bytes = await firstViewKilobytes(again.url);
    await again.stop();
    return [
      within('npm start after the install, until a page can be booked', first.seconds, 's', 5),
      { name: 'npm start again, on the same data', value: again.seconds, unit: 's' },
      { name: 'resident memory of the whole sandbox, without Postgres', value: memory, unit: 'MB' },
      within('first view of a booking page over the wire', bytes, 'kB', 50),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function within(name: string, value: number, unit: string, most: number): Figure {
  return { name, value, unit, target: `at most ${most}`, met: value <= most };
}

type Started = { seconds: number; url: string; pid: number; stop(): Promise<void> };

async function start(folder: string): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: project,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIRECTORY: join(folder, 'data'),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = outputOf(child);
  await until(() => /\/\S+\/30min/.test(output()), 'npm start says where to book', 60);
  const url = /http:\S+\/30min/.exec(output())![0];
  await until(async () => (await fetch(url)).ok, 'the booking page is served', 30);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, url, pid: nodeBelow(child.pid!), stop: () => stop(child) };
}

function outputOf(child: ChildProcess): () => string {
  let text = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => {
    child.once('exit', done);
  });
  child.kill('SIGTERM');
  await ended;
}

/** npm → (shell →) node: the innermost first child. */
function nodeBelow(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const name = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  if (name.includes('src/main.ts') || children === '') return pid;
  return nodeBelow(Number(children.split(' ')[0]));
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
}

/** The page, its style sheet, its icon and its scripts, compressed as a browser gets them. */
async function firstViewKilobytes(url: string): Promise<number> {
  const page = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } }).then((answer) =>
    answer.text(),
  );
  const urls = [url, ...[...page.matchAll(firstView)].map((match) => new URL(match[1]!, url).href)];
  const sizes = await Promise.all([...new Set(urls)].map(bytesOverTheWire));
  return sizes.reduce((sum, size) => sum + size) / 1000;
}

async function bytesOverTheWire(url: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const { get } = await import('node:http');
  get(url, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
    answer.resume();
    answer.on('end', () => {
      resolve(answer.socket.bytesRead);
    });
  }).on('error', reject);
  return promise;
}

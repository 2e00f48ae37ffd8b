// From `npm start` on a machine that has just installed to a page that can be booked, and again; what it weighs.
import { readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { dataFolder, start } from '../support/started.ts';
import type { Figure } from './figure.ts';

const importedFiles = /^import [^'"]*['"](\.[^'"]+)['"]/gm;
const linkedFiles = /(?:href|src)="(\/assets\/[^"]+)"/g;

export async function benchStart(): Promise<Figure[]> {
  const folder = dataFolder();
  try {
    const first = await start(folder);
    await first.end('SIGTERM');
    const again = await start(folder);
    const memory = residentMegabytes(again.pid);
    const kilobytes = await firstViewKilobytes(again.url);
    await again.end('SIGTERM');
    return [
      within('npm start after the install, until a page can be booked', first.seconds, 's', 5),
      { name: 'npm start again, on the same data', value: again.seconds, unit: 's' },
      {
        name: 'resident memory of service and sandbox, without Postgres',
        value: memory,
        unit: 'MB',
      },
      within('first view of a booking page over the wire', kilobytes, 'kB', 50),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function within(name: string, value: number, unit: string, most: number): Figure {
  return { name, value, unit, target: `at most ${most}`, met: value <= most };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
}

/** The page, its style sheet, its icon, its scripts and what they import, compressed as a browser gets them. */
async function firstViewKilobytes(url: string): Promise<number> {
  const files = new Set([url]);
  // grows while it is walked: what a file names is looked into as well
  for (const file of files) {
    const text = await fetch(file).then((answer) => answer.text());
    for (const [, name] of text.matchAll(file === url ? linkedFiles : importedFiles))
      files.add(new URL(name!, file).href);
  }
  const sizes = await Promise.all([...files].map(bytesOverTheWire));
  return sizes.reduce((sum, size) => sum + size) / 1000;
}

/** Heads and bodies as they come through the socket. */
function bytesOverTheWire(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false, headers: { 'Accept-Encoding': 'br' } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.socket.bytesRead));
    }).on('error', reject);
  });
}

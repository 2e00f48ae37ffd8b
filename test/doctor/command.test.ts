// `npm run doctor` as a person runs it: before the first start, beside the running service, and with settings at fault.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { dataFolder, isInUse, start, type Started } from '../support/started.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = dataFolder();
const running: Started[] = [];

afterAll(async () => {
  for (const started of running) await started.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test('before the first start it says that this is the sandbox and that it can start, and leaves nothing behind', async () => {
  const { code, output } = await doctor({ PORT: String(await freePort()) });

  expect(output).toContain('This is the sandbox');
  expect(output).toContain('the embedded one can start on this machine');
  expect(output).toMatch(/No faults, \d notes?\.\n$/);
  expect(output).not.toContain('\u001B');
  expect(code).toBe(0);
  expect(existsSync(join(folder, 'data'))).toBe(false);
  expect(isInUse(folder)).toBe(false);
}, 60_000);

test('beside the running service, and after it has ended, it looks at the same database', async () => {
  const started = await start(folder);
  running.push(started);
  const port = String(started.port);

  const beside = await doctor({ PORT: port }, '--json');
  const still = await fetch(started.url);
  await started.end('SIGTERM');
  const after = await doctor({ PORT: port }, '--json');

  expect(sentences(beside)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('running already'),
      expect.stringMatching(/up to date/),
      `The service runs here, on port ${port}.`,
      `http://localhost:${port} leads to this service.`,
    ]),
  );
  expect([beside.code, after.code, still.status]).toEqual([0, 0, 200]);
  expect(sentences(after)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('started for this look at it'),
      expect.stringMatching(/up to date/),
    ]),
  );
  expect(isInUse(folder)).toBe(false);
}, 120_000);

test('settings at fault are all told, the rest is looked at all the same, and it ends with 1', async () => {
  const { code, output } = await doctor({
    PORT: '70000',
    ROLE: 'king',
    DATABASE_URL: 'postgres://somebody:geheim@127.0.0.1:1/x',
    SMTP_URL: 'smtp://somebody:geheim@127.0.0.1:1',
  });

  expect(code).toBe(1);
  for (const words of ['PORT must be', 'ROLE must be', 'SECRET_KEY is missing', 'Nothing listens'])
    expect(output).toContain(words);
  expect(output).toContain('mail server 127.0.0.1:1 does not answer');
  expect(output).not.toContain('geheim');
}, 60_000);

test('words that it does not know are answered with how it is used', async () => {
  const { code, complaint } = await doctor({}, '--bok');

  expect(complaint).toContain('npm run doctor -- --book');
  expect(code).toBe(2);
}, 60_000);

type Visit = { code: number; output: string; complaint: string };

async function doctor(settings: Record<string, string>, ...words: string[]): Promise<Visit> {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn('npm', ['run', '--silent', 'doctor', '--', ...words], {
    cwd: project,
    env: { ...environment, DATA_DIRECTORY: join(folder, 'data'), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, complaint, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, output, complaint };
}

function sentences({ output }: Visit): string[] {
  const { findings } = JSON.parse(output) as { findings: { says: string }[] };
  return findings.map(({ says }) => says);
}

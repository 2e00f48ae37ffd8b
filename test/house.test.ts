// The house's lines: who may import whom. A room that reaches where it must not fails here, by name.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const source = resolve(import.meta.dirname, '../src');

type Import = { from: string; to: string };

const imports = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('client/'))
  .flatMap(importsOf);

test('each outside library is known to one room only', () => {
  const homes: Record<string, string> = {
    googleapis: 'google/',
    'google-auth-library': 'google/',
    nodemailer: 'mail/',
    'ical-generator': 'mail/',
    'pg-boss': 'jobs/',
    pg: 'database/',
    'node-pg-migrate': 'database/',
  };

  const strays = imports.filter(({ from, to }) => {
    const home = homes[packageOf(to)];
    return home !== undefined && !from.startsWith(home);
  });

  expect(strays).toEqual([]);
});

test('nothing but main.ts imports the sandbox, and the sandbox needs nothing of the service but http and web', () => {
  const strays = imports.filter(
    ({ from, to }) =>
      (to.startsWith('sandbox/') && !from.startsWith('sandbox/') && from !== 'main.ts') ||
      (from.startsWith('sandbox/') &&
        !/^(sandbox|http|web)\/|^clock\.ts$|^config\.ts$/.test(to) &&
        to.endsWith('.ts')),
  );

  expect(strays).toEqual([]);
});

test('bookings reach the calendars by jobs, never by a call', () => {
  const strays = imports.filter(
    ({ from, to }) => from.startsWith('bookings/') && to.startsWith('calendars/'),
  );

  expect(strays).toEqual([]);
});

test('the rules of free slots know only each other and Temporal', () => {
  const rules = [
    'intervals',
    'dates',
    'grid',
    'open-hours',
    'refusal',
    'slot-limits',
    'slots',
    'slots-json',
    'time-zone',
  ];

  const strays = imports.filter(
    ({ from, to }) =>
      rules.some((rule) => from === `availability/${rule}.ts`) &&
      !rules.some((rule) => to === `availability/${rule}.ts`) &&
      to !== 'temporal-polyfill',
  );

  expect(strays).toEqual([]);
});

test('zod stays at the door', () => {
  const strays = imports.filter(
    ({ from, to }) =>
      packageOf(to) === 'zod' &&
      !/(-routes|-pages|-input|-answer|^open-api|http\/.*|open-api\/.*)\.ts$/.test(from),
  );

  expect(strays).toEqual([]);
});

test('only config.ts reads the environment, and only clock.ts the time', () => {
  const strays = sources()
    .filter(({ file }) => !/^(config|clock)\.ts$|^sandbox\/|client\//.test(file))
    .filter(({ text }) => /process\.env\b|\bDate\.now\(\)|\bnew Date\(\)|Temporal\.Now/.test(text))
    .map(({ file }) => file);

  expect(strays).toEqual([]);
});

test('no file is called after nothing', () => {
  const odd = sources().filter(({ file }) =>
    /(^|[/-])(utils?|helpers?|common|manager|service-?.+|handlers?|data|info)\.ts$/.test(file),
  );

  expect(odd.map(({ file }) => file)).toEqual([]);
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import) '([^']+)'|import\('([^']+)'\)/g)].map((match) => ({
    from: file,
    to: target(file, (match[1] ?? match[2])!),
  }));
}

function target(file: string, specifier: string): string {
  return specifier.startsWith('.')
    ? relative(source, resolve(source, dirname(file), specifier))
    : specifier;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function sources(): { file: string; text: string }[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));
}

import { expect, test } from '@jest/globals';
import { type Config, readConfig } from '../src/config.ts';
import type { Environment } from '../src/setting-reader.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const real = { ...google, SMTP_URL: 'smtp://mail.example.com', ORGANISERS: '@example.com' };

test('without settings it is the sandbox, on this machine alone', () => {
  const config = configOf({});

  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: null,
    google: null,
    organisers: ['*'],
    role: 'all',
    syncPollSeconds: 300,
    rateLimitPerMinute: 300,
    trustProxy: 0,
  });
  expect(config.notice!()).toContain('sandbox');
});

test('with Google and a mail server it listens to the world and carries no notice', () => {
  const config = configOf({ ...real, PUBLIC_URL: 'https://book.example.com/' });

  expect(config).toMatchObject({
    host: '0.0.0.0',
    publicUrl: 'https://book.example.com',
    notice: null,
  });
});

test('all faults are told at once', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    ROLE: 'king',
    SECRET_KEY: 'c2hvcnQ=',
    DATABASE_URL: 'mysql://here',
    ORGANISERS: 'somebody',
    GOOGLE_CLIENT_ID: 'id',
  });

  for (const name of [
    'PORT',
    'ROLE',
    'SECRET_KEY',
    'DATABASE_URL',
    'ORGANISERS',
    'GOOGLE_CLIENT_SECRET',
  ])
    expect(faults.filter((fault) => fault.startsWith(name))).toHaveLength(1);
});

test.each<[string, Environment, RegExp]>([
  [
    'a database of one’s own needs a key',
    { DATABASE_URL: 'postgres://x/y' },
    /^SECRET_KEY is missing/,
  ],
  ['real Google needs a mail server', { ...real, SMTP_URL: '' }, /^SMTP_URL is missing/],
  [
    'real Google needs to know who may sign in',
    { ...real, ORGANISERS: '' },
    /^ORGANISERS is missing/,
  ],
  ['the sandbox does not listen to the world', { HOST: '0.0.0.0' }, /^HOST is 0\.0\.0\.0/],
  ['the sandbox has no public address', { PUBLIC_URL: 'https://a.example.com' }, /^PUBLIC_URL is/],
  ['the sandbox is one process', { ROLE: 'worker' }, /^ROLE is worker/],
  ['a stand-in needs its client', { GOOGLE_BASE_URL: 'http://localhost:9' }, /^GOOGLE_BASE_URL/],
])('%s', (_, environment, fault) => {
  expect(faultsOf(environment)).toContainEqual(expect.stringMatching(fault));
});

test('a stand-in for Google needs no mail server', () => {
  const config = configOf({ ...google, GOOGLE_BASE_URL: 'http://localhost:4000/' });

  expect(config.google).toEqual({
    clientId: 'id',
    clientSecret: 'secret',
    baseUrl: 'http://localhost:4000',
  });
});

test('a fault never repeats a secret', () => {
  const faults = faultsOf({ SECRET_KEY: key.slice(4), DATABASE_URL: 'mysql://user:hidden@host/x' });

  expect(faults.join()).not.toContain(key.slice(4));
  expect(faults.join()).not.toContain('hidden');
});

function configOf(environment: Environment): Config {
  const reading = readConfig(environment, '/project');
  if ('faults' in reading) throw new Error(reading.faults.join('\n'));
  return reading.config;
}

function faultsOf(environment: Environment): string[] {
  const reading = readConfig(environment, '/project');
  return 'faults' in reading ? reading.faults : [];
}

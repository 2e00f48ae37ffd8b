import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { isPushPossible, tellAboutPush } from '../../../src/calendars/channels/push-possible.ts';
import { type Config, readConfig } from '../../../src/config.ts';

const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const real = { ...google, SMTP_URL: 'smtp://localhost', ORGANISERS: '*' };
const standIn = { ...real, GOOGLE_BASE_URL: 'http://localhost:9' };

function configOf(environment: Record<string, string>): Config {
  const reading = readConfig(environment, '/nowhere');
  if ('faults' in reading) throw new Error(reading.faults.join('\n'));
  return reading.config;
}

test.each([
  ['Google at an https address', { ...real, PUBLIC_URL: 'https://book.example.com' }, true],
  ['Google at an http address', { ...real, PUBLIC_URL: 'http://book.example.com' }, false],
  ['a stand-in for Google at any address', standIn, true],
  ['the sandbox', {}, true],
])('push from %s', (_what, environment: Record<string, string>, isPossible) => {
  expect(isPushPossible(configOf(environment))).toBe(isPossible);
});

test('where Google cannot reach us the log says so at the start, and how often it is asked instead', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });

  tellAboutPush({ config: configOf(real), log });
  tellAboutPush({ config: configOf({}), log });

  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"pollSeconds":300');
});

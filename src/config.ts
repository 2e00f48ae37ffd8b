// Every setting of the service: read from the environment and checked here, all faults reported at once.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canReach, findPostgresUser } from './database/embedded/unix-user.ts';
import { say } from './languages/say.ts';
import { type Environment, type SettingReader, settingReader } from './setting-reader.ts';

export type Config = {
  port: number;
  /** The address to listen on. */
  host: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Null: the embedded Postgres. */
  databaseUrl: string | null;
  dataDirectory: string;
  /** 32 bytes. Null: made once and kept beside the embedded data. */
  secretKey: Buffer | null;
  /** Null: the sandbox. baseUrl names a stand-in for Google. */
  google: { clientId: string; clientSecret: string; baseUrl: string | null } | null;
  /** Null: the sandbox's inbox. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Who may sign in: addresses, `@domain`, or `*`. */
  organisers: string[];
  administrators: string[];
  attendeeGoogle: boolean;
  role: 'all' | 'web' | 'worker';
  syncPollSeconds: number;
  /** Per client address; 0: off, with every limit per client. */
  rateLimitPerMinute: number;
  /** How many proxies stand in front, whose X-Forwarded-For is believed. */
  trustProxy: number;
  logLevel: string;
  /** One line that every page shows, in the language of the moment; or null. */
  notice: (() => string) | null;
};

export type ConfigReading = { config: Config } | { faults: string[] };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const sandboxNotice = () =>
  say(
    'This is the sandbox: Google and the mails are pretend, on this machine alone. Nothing here is real.',
  );

/** What is set outside, and what .env beside the project adds to it. */
export function readEnvironment(projectDirectory: string): Environment {
  const file = join(projectDirectory, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

export function readConfig(environment: Environment, projectDirectory: string): ConfigReading {
  const { config, faults } = readSettings(environment, projectDirectory);
  return faults.length > 0 ? { faults } : { config };
}

/** What is at fault stands in the config as if it were not set. Every fault begins with the setting's name. */
export function readSettings(
  environment: Environment,
  projectDirectory: string,
): { config: Config; faults: string[] } {
  const read = settingReader(environment);
  const port = read.number('PORT', 3000, 1, 65_535);
  const google = readGoogle(read);
  const smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:']);
  const isSandbox = google === null || smtpUrl === null;
  const config: Config = {
    port,
    host: read.text('HOST') ?? (isSandbox ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    dataDirectory: read.text('DATA_DIRECTORY') ?? defaultDataDirectory(projectDirectory),
    secretKey: readSecretKey(read),
    google,
    smtpUrl,
    mailFrom: read.text('MAIL_FROM') ?? 'Quarterhour <quarterhour@localhost>',
    organisers: read.list('ORGANISERS', isOrganiserEntry) ?? ['*'],
    administrators: read.list('ADMINISTRATORS', isAddress) ?? [],
    attendeeGoogle: read.choice('ATTENDEE_GOOGLE', ['off', 'on'], 'off') === 'on',
    role: read.choice('ROLE', ['all', 'web', 'worker'], 'all'),
    syncPollSeconds: read.number('SYNC_POLL_SECONDS', 300, 5, 3600),
    rateLimitPerMinute: read.number('RATE_LIMIT_PER_MINUTE', 300, 0, 1_000_000),
    trustProxy: read.number('TRUST_PROXY', 0, 0, 10),
    logLevel: read.choice('LOG_LEVEL', logLevels, 'info'),
    notice: isSandbox ? sandboxNotice : null,
  };
  return { config, faults: [...read.faults, ...contradictions(config, environment)] };
}

/** Beside the project; as root, where Postgres' own user cannot reach that (below /root), where such data usually lie. */
function defaultDataDirectory(projectDirectory: string): string {
  const user = findPostgresUser();
  const isReachable = user === null || canReach(projectDirectory, user);
  return isReachable ? join(projectDirectory, 'data') : '/var/lib/quarterhour';
}

function readGoogle(read: SettingReader): Config['google'] {
  const clientId = read.text('GOOGLE_CLIENT_ID');
  const clientSecret = read.text('GOOGLE_CLIENT_SECRET');
  const baseUrl = read.url('GOOGLE_BASE_URL', ['http:', 'https:']);
  if (clientId && clientSecret) return { clientId, clientSecret, baseUrl };
  if (clientId)
    read.fault('GOOGLE_CLIENT_SECRET is missing: GOOGLE_CLIENT_ID is set, and it takes both.');
  if (clientSecret)
    read.fault('GOOGLE_CLIENT_ID is missing: GOOGLE_CLIENT_SECRET is set, and it takes both.');
  if (baseUrl && !clientId && !clientSecret)
    read.fault('GOOGLE_BASE_URL is set without GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.');
  return null;
}

function readSecretKey(read: SettingReader): Buffer | null {
  const text = read.text('SECRET_KEY');
  if (text === null) return null;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    read.fault(
      `SECRET_KEY must be 32 bytes in base64; this one has ${key.length}. Make one with: openssl rand -base64 32`,
    );
  return key;
}

/** What is wrong between settings that are each well formed. */
function contradictions(config: Config, environment: Environment): string[] {
  const isReal = config.google !== null && config.google.baseUrl === null;
  const publicHost = new URL(config.publicUrl).hostname;
  return [
    config.databaseUrl !== null &&
      config.secretKey === null &&
      'SECRET_KEY is missing: with DATABASE_URL it must be set. Make one with: openssl rand -base64 32',
    isReal &&
      config.smtpUrl === null &&
      'SMTP_URL is missing: with Google it must be set, or nobody gets the mails (smtp://user:password@host:587).',
    isReal &&
      !environment['ORGANISERS'] &&
      'ORGANISERS is missing: with Google it must say who may sign in (addresses, @domain, or *).',
    config.notice !== null &&
      config.role !== 'all' &&
      `ROLE is ${config.role}, but the sandbox is one process. For the real service set GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and SMTP_URL.`,
    config.notice !== null &&
      !loopbackHosts.has(config.host) &&
      `HOST is ${config.host}, but the sandbox opens on this machine alone (localhost). For the real service set GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and SMTP_URL.`,
    config.notice !== null &&
      !loopbackHosts.has(publicHost) &&
      `PUBLIC_URL is ${config.publicUrl}, but the sandbox opens on this machine alone (localhost). For the real service set GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and SMTP_URL.`,
  ].filter((fault) => fault !== false);
}

function isAddress(entry: string): boolean {
  return /^[^@\s]+@[^@\s]+$/.test(entry);
}

function isOrganiserEntry(entry: string): boolean {
  return entry === '*' || isAddress(entry) || /^@[^@\s]+$/.test(entry);
}

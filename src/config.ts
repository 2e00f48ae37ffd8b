export type Config = {
  port: number;
  host: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Null: the embedded Postgres. */
  databaseUrl: string | null;
  dataDirectory: string;
  secretKey: Buffer | null;
  /** Null: the sandbox. baseUrl names a stand-in for Google. */
  google: { clientId: string; clientSecret: string; baseUrl: string | null } | null;
  smtpUrl: string | null;
  mailFrom: string;
  organisers: string[];
  administrators: string[];
  attendeeGoogle: boolean;
  role: 'all' | 'web' | 'worker';
  syncPollSeconds: number;
  rateLimitPerMinute: number;
  trustProxy: number;
  logLevel: string;
  /** One line that every page shows, or null. */
  notice: string | null;
};

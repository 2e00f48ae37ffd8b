// All that the doctor looks at, in this order. One finding never hides another: a check that cannot look says so, or
// leaves it to the check that has said it before.
import { checkAccounts } from './check-accounts.ts';
import { checkCalendars } from './check-calendars.ts';
import { checkChoices } from './check-choices.ts';
import { checkClient } from './check-client.ts';
import { checkClocks } from './check-clocks.ts';
import { checkDatabase } from './check-database.ts';
import { checkExtension } from './check-extension.ts';
import { checkHttps } from './check-https.ts';
import { checkMailServer } from './check-mail-server.ts';
import { checkMigrations } from './check-migrations.ts';
import { checkProxies } from './check-proxies.ts';
import { checkPublicUrl } from './check-public-url.ts';
import { checkPush } from './check-push.ts';
import { checkRedirectUri } from './check-redirect-uri.ts';
import { checkScopes } from './check-scopes.ts';
import { checkSender } from './check-sender.ts';
import { checkService } from './check-service.ts';
import { checkSettings } from './check-settings.ts';
import { checkTrial } from './check-trial.ts';
import type { Check, Ground } from './ground.ts';

export type Section = {
  title: string;
  /** Where one of these settings is at fault, there is nothing sensible to look at. */
  settings: readonly string[];
  /** Left out: always. */
  isAskedFor?: (ground: Ground) => boolean;
  checks: readonly Check[];
};

const database = ['DATABASE_URL', 'DATA_DIRECTORY'];
const google = ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'GOOGLE_BASE_URL'];
const accounts = [...google, ...database, 'SECRET_KEY'];
const address = ['PUBLIC_URL', 'PORT', 'HOST', 'TRUST_PROXY'];

export const sections: readonly Section[] = [
  { title: 'Settings', settings: [], checks: [checkSettings] },
  {
    title: 'Database',
    settings: database,
    checks: [checkDatabase, checkExtension, checkMigrations, checkClocks],
  },
  { title: 'Google', settings: google, checks: [checkClient, checkRedirectUri] },
  {
    title: 'Accounts',
    settings: accounts,
    checks: [checkAccounts, checkScopes, checkCalendars, checkChoices],
  },
  { title: 'Mail', settings: ['SMTP_URL'], checks: [checkMailServer, checkSender] },
  {
    title: 'Address',
    settings: address,
    checks: [checkService, checkHttps, checkPublicUrl, checkProxies, checkPush],
  },
  {
    title: 'Trial',
    settings: accounts,
    isAskedFor: ({ trial }) => trial !== null,
    checks: [checkTrial],
  },
];

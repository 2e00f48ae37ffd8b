// Signing in at the sandbox Google, as google-auth-library does it.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { consent } from './consent.ts';
import {
  anna,
  askedScopes,
  ben,
  calendarOf,
  client,
  eventsScope,
  failureOf,
  listScope,
  oauthClient,
  redirectUri,
  signIn,
  startRig,
  type Rig,
} from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.google.close());

test('whoever consents comes back with a code that gives access, refresh and identity', async () => {
  const tokens = await signIn(rig.google, { address: anna });

  const oauth = oauthClient(rig.google);
  oauth.setCredentials(tokens);
  const { data } = await calendarOf(rig.google, oauth).calendarList.list();
  expect(data.items).toEqual([]);
  expect(tokens.refresh_token).toMatch(/^1\/\//);
  expect(tokens.scope?.split(' ')).toEqual([
    'openid',
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/userinfo.profile',
    listScope,
    eventsScope,
  ]);
});

// A sandbox Google with two accounts and one client, and the real libraries pointed at it.
import { type Credentials, CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Method } from '../../../src/sandbox/google/api/call.ts';
import {
  type SandboxGoogle,
  type SandboxGoogleOptions,
  startSandboxGoogle,
} from '../../../src/sandbox/google/server.ts';
import { createWorld } from '../../../src/sandbox/google/world.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { type Answer, consent } from './consent.ts';

export const anna = 'anna@example.com';
export const ben = 'ben@gmail.com';
export const redirectUri = 'http://localhost:3000/auth/google/callback';
export const client = { id: 'client-1', secret: 'secret-1', redirectUris: [redirectUri] };
const api = 'https://www.googleapis.com/auth/';
export const listScope = `${api}calendar.calendarlist.readonly`;
export const eventsScope = `${api}calendar.events.owned`;
export const busyScope = `${api}calendar.events.freebusy`;
export const askedScopes = ['openid', 'email', 'profile', listScope, eventsScope];

export type Rig = { clock: TestClock; google: SandboxGoogle };

export async function startRig(options: Partial<SandboxGoogleOptions> = {}): Promise<Rig> {
  const clock = testClock('2026-03-02T09:00:00Z');
  const world = options.world ?? createWorld({ clock });
  if (!world.state.accounts[anna]) {
    world.addAccount({ address: anna, name: 'Anna Ackermann', timeZone: 'Europe/Berlin' });
    world.addAccount({ address: ben, name: 'Ben' });
  }
  const settings = { clock, world, clients: [client], methods: tinyMethods(), ...options };
  return { clock, google: await startSandboxGoogle(settings) };
}

/** Enough of a calendar to tell whether a call came through, and whether it was committed. */
export function tinyMethods(committed: string[] = []): Record<string, Method> {
  const listed: Method = () => ({
    status: 200,
    body: { kind: 'calendar#calendarList', etag: '"1"', items: [] },
  });
  const inserted: Method = (_world, { body }) => {
    const { id, start, end } = body as Record<string, string>;
    committed.push(String(id));
    return { status: 200, body: { id, start, end, etag: '"7"' }, etag: '"7"' };
  };
  return { 'calendar.calendarList.list': listed, 'calendar.events.insert': inserted };
}

export function oauthClient({ baseUrl }: SandboxGoogle, refreshToken?: string): OAuth2Client {
  const made = new OAuth2Client({
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri,
    issuers: ['https://accounts.google.com'],
    endpoints: {
      oauth2AuthBaseUrl: `${baseUrl}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${baseUrl}/token`,
      oauth2RevokeUrl: `${baseUrl}/revoke`,
      tokenInfoUrl: `${baseUrl}/tokeninfo`,
      oauth2FederatedSignonPemCertsUrl: `${baseUrl}/oauth2/v1/certs`,
      oauth2FederatedSignonJwkCertsUrl: `${baseUrl}/oauth2/v3/certs`,
      oauth2IapPublicKeyUrl: `${baseUrl}/iap/verify/public_key`,
    },
  });
  if (refreshToken !== undefined) made.setCredentials({ refresh_token: refreshToken });
  return made;
}

export function calendarOf(google: SandboxGoogle, auth: OAuth2Client): calendar_v3.Calendar {
  return calendar({ version: 'v3', auth, rootUrl: google.baseUrl, retry: false });
}

/** Through consent and exchange, as a service goes. */
export async function signIn(
  google: SandboxGoogle,
  answer: Answer,
  asked: Parameters<OAuth2Client['generateAuthUrl']>[0] & { nonce?: string } = {},
): Promise<Credentials> {
  const oauth = oauthClient(google);
  const { codeVerifier, codeChallenge } = await oauth.generateCodeVerifierAsync();
  const url = oauth.generateAuthUrl({
    scope: askedScopes,
    access_type: 'offline',
    code_challenge: codeChallenge!,
    code_challenge_method: CodeChallengeMethod.S256,
    ...asked,
  });
  const back = await consent(url, answer);
  const code = back.searchParams.get('code');
  if (code === null) throw new Error(`No code came back: ${back.href}`);
  return (await oauth.getToken({ code, codeVerifier })).tokens;
}

/** What the library throws, as far as tests look at it. */
export async function failureOf(
  promise: Promise<unknown>,
): Promise<{ status: number | undefined; data: unknown; code: unknown }> {
  try {
    await promise;
  } catch (error) {
    const { response, code } = error as {
      response?: { status: number; data: unknown };
      code: unknown;
    };
    return { status: response?.status, data: response?.data, code };
  }
  throw new Error('It was to be refused, and was not');
}

// Signing in with Google and connecting its calendars: consent, exchange of the code, proof of identity, revocation.
import { createHash } from 'node:crypto';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import type { gaxios } from 'google-auth-library';
import { within } from './deadline.ts';
import type { Endpoints } from './endpoints.ts';
import { malformedReply, toGoogleFailure } from './failures.ts';
import { GoogleFailure } from './google-failure.ts';
import type { Google, GoogleAccess, Grant } from './google.ts';
import { readIdentity } from './identity.ts';
import { askSignInPage } from './sign-in-page.ts';

export type OAuthSettings = { clientId: string; clientSecret: string; redirectUri: string };

export type OAuth = Pick<
  Google,
  'authorizationUrl' | 'askSignInPage' | 'exchangeCode' | 'revoke'
> & {
  clientOf(access: GoogleAccess): OAuth2Client;
};

/** Free/busy and the list of calendars; events only in calendars that the organiser owns. */
export const neededScopes = [
  'https://www.googleapis.com/auth/calendar.events.freebusy',
  'https://www.googleapis.com/auth/calendar.events.owned',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
] as const;

const askedScopes = ['openid', 'email', 'profile', ...neededScopes];
const exchangeTimeoutMs = 10_000;
const keptClients = 1000;

export function createOAuth(
  settings: OAuthSettings,
  endpoints: Endpoints,
  transporter: gaxios.Gaxios,
): OAuth {
  const createClient = () =>
    new OAuth2Client({
      ...settings,
      endpoints: endpoints.oauth,
      issuers: endpoints.issuers,
      transporter,
      forceRefreshOnFailure: true,
      useAuthRequestParameters: false,
    });
  const front = createClient();
  return {
    authorizationUrl: (request) => authorizationUrl(front, request),
    askSignInPage: () => askFront(front, transporter),
    exchangeCode: (code, codeVerifier) =>
      exchangeCode(front, settings.clientId, code, codeVerifier),
    revoke: (refreshToken) => revoke(front, refreshToken),
    clientOf: keepClients(createClient),
  };
}

function authorizationUrl(
  client: OAuth2Client,
  request: Parameters<Google['authorizationUrl']>[0],
): string {
  return client.generateAuthUrl({
    access_type: 'offline',
    include_granted_scopes: true,
    scope: askedScopes,
    state: request.state,
    prompt: request.prompt,
    code_challenge: request.codeChallenge,
    code_challenge_method: CodeChallengeMethod.S256,
    ...(request.loginHint === undefined ? {} : { login_hint: request.loginHint }),
  });
}

async function askFront(client: OAuth2Client, transport: gaxios.Gaxios) {
  const codeChallenge = createHash('sha256').update('').digest('base64url');
  const question = { state: 'nobody', codeChallenge, prompt: 'select_account' } as const;
  try {
    const url = authorizationUrl(client, question);
    return await within(exchangeTimeoutMs, () => askSignInPage(transport, url));
  } catch (error) {
    throw toGoogleFailure(error);
  }
}

async function exchangeCode(
  client: OAuth2Client,
  audience: string,
  code: string,
  codeVerifier: string,
): Promise<Grant> {
  try {
    return await within(exchangeTimeoutMs, async () => {
      const { tokens } = await client.getToken({ code, codeVerifier });
      if (!tokens.id_token) throw malformedReply('no proof of identity');
      const identity = await readIdentity(client, tokens.id_token, audience);
      const scopes = (tokens.scope ?? askedScopes.join(' ')).split(' ');
      const refreshToken = tokens.refresh_token ?? null;
      return { identity, refreshToken, refreshTokenSeconds: lifetimeIn(tokens), scopes };
    });
  } catch (error) {
    throw codeRefused(toGoogleFailure(error));
  }
}

/** Said only where Google limits it: a client in "Testing" gets seven days. The library's type does not know it. */
function lifetimeIn(tokens: object): number | null {
  const seconds: unknown = Reflect.get(tokens, 'refresh_token_expires_in');
  return typeof seconds === 'number' && seconds > 0 ? seconds : null;
}

/** A code that Google does not take is a sign-in to begin again, not an account to connect again. */
function codeRefused(failure: unknown): unknown {
  const isRefused = failure instanceof GoogleFailure && failure.code === 'needs_reconnect';
  return isRefused ? new GoogleFailure('invalid', failure.message) : failure;
}

async function revoke(client: OAuth2Client, refreshToken: string): Promise<void> {
  try {
    await within(exchangeTimeoutMs, () => client.revokeToken(refreshToken));
  } catch (error) {
    throw toGoogleFailure(error);
  }
}

/**
 * One client per account, so that the calls that wait for a fresh token share one refresh. Each process has its own:
 * Google lets any number of access tokens stand side by side, and a refresh is one request an hour.
 */
function keepClients(createClient: () => OAuth2Client): OAuth['clientOf'] {
  const clients = new Map<string, OAuth2Client>();
  return ({ accountId, refreshToken }) => {
    const kept = clients.get(accountId);
    if (kept?.credentials.refresh_token === refreshToken) return kept;
    const client = createClient();
    client.setCredentials({ refresh_token: refreshToken });
    clients.set(accountId, client);
    if (clients.size > keptClients) clients.delete(clients.keys().next().value!);
    return client;
  };
}

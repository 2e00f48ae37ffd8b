// Hands out codes and tokens, finds them, and lets them die by Google's rules. Time comes in; nothing here checks a
// client or a redirect.
import { randomBytes } from 'node:crypto';
import { expiredOrRevoked, OAuthError } from './oauth-error.ts';
import type { AccessToken, Code, OAuthState, RefreshToken, UserGrant } from './oauth-state.ts';

type Party = { clientId: string; address: string };

const codeSeconds = 600;
const refreshTokensPerGrant = 100;

export function findGrant(state: OAuthState, party: Party): UserGrant | undefined {
  return state.grants.find((grant) => isOf(party, grant));
}

/** Adds to what the account allowed before. */
export function allow(state: OAuthState, party: Party, scopes: readonly string[]): UserGrant {
  let grant = findGrant(state, party);
  if (!grant) {
    grant = { ...party, scopes: [], isOffline: false };
    state.grants.push(grant);
  }
  grant.scopes = [...new Set([...grant.scopes, ...scopes])];
  return grant;
}

export function issueCode(
  state: OAuthState,
  code: Omit<Code, 'code' | 'expiresAt'>,
  now: Date,
): string {
  const issued = { ...code, code: `4/0A${secret(32)}`, expiresAt: after(now, codeSeconds) };
  state.codes.push(issued);
  return issued.code;
}

/** Only once, whatever comes of it. */
export function takeCode(state: OAuthState, code: string, now: Date): Code {
  const found = state.codes.find((each) => each.code === code);
  state.codes = state.codes.filter((each) => each !== found && !isPast(each.expiresAt, now));
  if (!found) throw new OAuthError(400, 'invalid_grant', 'Malformed auth code.');
  if (isPast(found.expiresAt, now)) throw new OAuthError(400, 'invalid_grant', 'Bad Request');
  return found;
}

/** The 101st of an account and client silently ends the oldest. */
export function issueRefreshToken(
  state: OAuthState,
  party: Party,
  scopes: readonly string[],
): RefreshToken {
  allow(state, party, scopes).isOffline = true;
  const issued = { ...pick(party), token: `1//0${secret(48)}`, scopes: [...scopes] };
  state.refreshTokens.push(issued);
  const held = state.refreshTokens.filter((each) => isOf(party, each));
  const dropped = new Set(held.slice(0, -refreshTokensPerGrant));
  state.refreshTokens = state.refreshTokens.filter((each) => !dropped.has(each));
  return issued;
}

export function getRefreshToken(state: OAuthState, token: string, clientId: string): RefreshToken {
  const found = state.refreshTokens.find((each) => each.token === token);
  if (!found || found.clientId !== clientId) throw expiredOrRevoked();
  return found;
}

export function issueAccessToken(
  state: OAuthState,
  party: Party,
  scopes: readonly string[],
  now: Date,
): AccessToken {
  const expiresAt = after(now, state.accessTokenSeconds);
  const issued = { ...pick(party), token: `ya29.a0${secret(96)}`, scopes: [...scopes], expiresAt };
  state.accessTokens = state.accessTokens.filter((each) => !isPast(each.expiresAt, now));
  state.accessTokens.push(issued);
  return issued;
}

export function findAccessToken(state: OAuthState, token: string, now: Date): AccessToken | null {
  const found = state.accessTokens.find((each) => each.token === token);
  return found && !isPast(found.expiresAt, now) ? found : null;
}

/** Ends all that the account allowed the client, as Google does whichever token is named. */
export function revokeGrant(state: OAuthState, party: Party): void {
  state.grants = state.grants.filter((each) => !isOf(party, each));
  state.codes = state.codes.filter((each) => !isOf(party, each));
  state.refreshTokens = state.refreshTokens.filter((each) => !isOf(party, each));
  state.accessTokens = state.accessTokens.filter((each) => !isOf(party, each));
}

export function getPartyOf(state: OAuthState, token: string): Party {
  const tokens = [...state.refreshTokens, ...state.accessTokens];
  const found = tokens.find((each) => each.token === token);
  if (!found) throw new OAuthError(400, 'invalid_token', 'Token expired or revoked');
  return pick(found);
}

function isOf(party: Party, one: Party): boolean {
  return one.clientId === party.clientId && one.address === party.address;
}

function pick({ clientId, address }: Party): Party {
  return { clientId, address };
}

function after(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

function isPast(instant: string, now: Date): boolean {
  return new Date(instant) <= now;
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

// Reads what a client asks of the authorization endpoint. What cannot be answered at a proven redirect address
// is refused on a page, as Google does.
import type { ParsedUrlQuery } from 'node:querystring';
import { OAuthError } from './oauth-error.ts';
import type { OAuth, OAuthClient } from './oauth.ts';
import { isKnownScope, readScopes } from './scopes.ts';

export type Authorization = {
  client: OAuthClient;
  redirectUri: string;
  scopes: string[];
  state: string | null;
  isOffline: boolean;
  includeGranted: boolean;
  prompts: string[];
  codeChallenge: string | null;
  nonce: string | null;
  /** An address, or null: still to be chosen. */
  address: string | null;
};

/** Throws an OAuthError. */
export function readAuthorization(oauth: OAuth, query: ParsedUrlQuery): Authorization {
  const client = readClient(oauth, query);
  const redirectUri = readRedirect(client, query);
  requireCodeFlow(query);
  const prompts = words(query['prompt']);
  return {
    client,
    redirectUri,
    scopes: readKnownScopes(query),
    state: text(query['state']) ?? null,
    isOffline: query['access_type'] === 'offline',
    includeGranted: query['include_granted_scopes'] === 'true',
    prompts,
    codeChallenge: readChallenge(query),
    nonce: text(query['nonce']) ?? null,
    address: readAddress(oauth, query, prompts),
  };
}

function readClient(oauth: OAuth, query: ParsedUrlQuery): OAuthClient {
  const clientId = required(query, 'client_id');
  const client = oauth.findClient(clientId);
  if (!client) throw new OAuthError(401, 'invalid_client', 'The OAuth client was not found.');
  return client;
}

function readRedirect(client: OAuthClient, query: ParsedUrlQuery): string {
  const redirectUri = required(query, 'redirect_uri');
  if (client.redirectUris.includes(redirectUri)) return redirectUri;
  const description = `The redirect URI in the request, ${redirectUri}, is not one of the client's.`;
  throw new OAuthError(400, 'redirect_uri_mismatch', description);
}

function requireCodeFlow(query: ParsedUrlQuery): void {
  if (required(query, 'response_type') === 'code') return;
  throw new OAuthError(400, 'unsupported_response_type', 'The sandbox knows the code flow alone.');
}

function readKnownScopes(query: ParsedUrlQuery): string[] {
  const scopes = readScopes(required(query, 'scope'));
  const unknown = scopes.filter((scope) => !isKnownScope(scope));
  if (unknown.length === 0) return scopes;
  const description = `Some requested scopes were invalid: ${unknown.join(', ')}`;
  throw new OAuthError(400, 'invalid_scope', description);
}

function readChallenge(query: ParsedUrlQuery): string | null {
  const challenge = text(query['code_challenge']);
  if (challenge === undefined) return null;
  if (query['code_challenge_method'] === 'S256' && /^[\w-]{43}$/.test(challenge)) return challenge;
  throw new OAuthError(400, 'invalid_request', 'The code challenge must be an S256 one.');
}

/** The one that was chosen on our page, or the one that the client hints at. */
function readAddress(oauth: OAuth, query: ParsedUrlQuery, prompts: string[]): string | null {
  const hint = prompts.includes('select_account') ? undefined : text(query['login_hint']);
  const address = text(query['authuser']) ?? hint ?? '';
  return oauth.findAccount(address)?.address ?? null;
}

function required(query: ParsedUrlQuery, name: string): string {
  const value = text(query[name]);
  if (value !== undefined) return value;
  throw new OAuthError(400, 'invalid_request', `Required parameter is missing: ${name}`);
}

function words(value: string | string[] | undefined): string[] {
  return (text(value) ?? '').split(/\s+/).filter((word) => word !== '');
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

// POST /token: a code or a refresh token becomes an access token.
import { createHash } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';
import type { AccessToken, Code } from './oauth-state.ts';
import { getRefreshToken, issueAccessToken, issueRefreshToken, takeCode } from './oauth-tokens.ts';
import type { OAuth, OAuthClient } from './oauth.ts';

export type TokenRequest = Record<string, string | undefined>;

/** Throws an OAuthError. `authorization`: the header, where a client may say its secret too. */
export function giveToken(oauth: OAuth, request: TokenRequest, authorization: string): object {
  const client = provenClient(oauth, request, authorization);
  switch (request['grant_type']) {
    case 'authorization_code':
      return redeemCode(oauth, client, request);
    case 'refresh_token':
      return refresh(oauth, client, request);
    default: {
      const description = `Invalid grant_type: ${request['grant_type'] ?? ''}`;
      throw new OAuthError(400, 'unsupported_grant_type', description);
    }
  }
}

function redeemCode(oauth: OAuth, client: OAuthClient, request: TokenRequest): object {
  const code = takeCode(oauth.state, required(request, 'code'), oauth.clock());
  if (code.clientId !== client.id) throw new OAuthError(400, 'invalid_grant', 'Bad Request');
  if (code.redirectUri !== request['redirect_uri']) {
    throw new OAuthError(400, 'redirect_uri_mismatch', 'Bad Request');
  }
  verifyChallenge(code, request['code_verifier']);
  const refreshToken = code.withRefreshToken && issueRefreshToken(oauth.state, code, code.scopes);
  const accessToken = issueAccessToken(oauth.state, code, code.scopes, oauth.clock());
  return {
    ...presented(oauth, accessToken, code.nonce),
    ...(refreshToken && { refresh_token: refreshToken.token, ...lifetime(oauth) }),
  };
}

function lifetime({ state }: OAuth): object {
  const seconds = state.refreshTokenSeconds;
  return seconds ? { refresh_token_expires_in: seconds } : {};
}

function refresh(oauth: OAuth, client: OAuthClient, request: TokenRequest): object {
  const known = getRefreshToken(oauth.state, required(request, 'refresh_token'), client.id);
  const accessToken = issueAccessToken(oauth.state, known, known.scopes, oauth.clock());
  return presented(oauth, accessToken, null);
}

function presented(oauth: OAuth, token: AccessToken, nonce: string | null): object {
  return {
    access_token: token.token,
    expires_in: oauth.state.accessTokenSeconds,
    scope: token.scopes.join(' '),
    token_type: 'Bearer',
    ...(token.scopes.includes('openid') && { id_token: oauth.signIdentity(token, nonce) }),
  };
}

function verifyChallenge({ codeChallenge }: Code, verifier: string | undefined): void {
  if (codeChallenge === null) return;
  if (!verifier) throw new OAuthError(400, 'invalid_grant', 'Missing code verifier.');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  if (challenge === codeChallenge) return;
  throw new OAuthError(400, 'invalid_grant', 'Invalid code verifier.');
}

function provenClient(oauth: OAuth, request: TokenRequest, authorization: string): OAuthClient {
  const [id, secret] = readBasic(authorization) ?? [request['client_id'], request['client_secret']];
  const client = oauth.findClient(id);
  if (!client) throw new OAuthError(401, 'invalid_client', 'The OAuth client was not found.');
  if (client.secret === secret) return client;
  throw new OAuthError(401, 'invalid_client', 'Unauthorized');
}

function readBasic(authorization: string): string[] | null {
  const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, 'base64').toString();
  return decoded.split(':', 2).map((part) => decodeURIComponent(part));
}

function required(request: TokenRequest, name: string): string {
  const value = request[name];
  if (value) return value;
  throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`);
}

// What clients call without a browser: tokens, revocation, keys, and what a token is good for.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { claims } from './identity-token.ts';
import { OAuthError } from './oauth-error.ts';
import type { AccessToken } from './oauth-state.ts';
import { giveToken, type TokenRequest } from './oauth-token.ts';
import { getPartyOf, revokeGrant } from './oauth-tokens.ts';
import type { OAuth } from './oauth.ts';
import { toJwks, toPem } from './signing-key.ts';

/** The names by which faults and the request log know these addresses. */
export const oauthMethods: Record<string, string> = {
  '/o/oauth2/v2/auth': 'oauth.authorize',
  '/token': 'oauth.token',
  '/revoke': 'oauth.revoke',
  '/oauth2/v1/certs': 'oauth.certs',
  '/oauth2/v3/certs': 'oauth.certs',
  '/tokeninfo': 'oauth.tokeninfo',
  '/oauth2/v3/tokeninfo': 'oauth.tokeninfo',
  '/oauth2/v3/userinfo': 'oauth.userinfo',
};

export function oauthRoutes(oauth: OAuth): Router {
  const router = new Router();
  router.use((ctx, next) => withErrors(ctx, next));
  router.post('/token', (ctx) => {
    ctx.set('Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate');
    ctx.body = giveToken(oauth, form(ctx), ctx.get('Authorization'));
  });
  router.post('/revoke', (ctx) => {
    revokeGrant(oauth.state, getPartyOf(oauth.state, sentToken(ctx, 'token')));
    ctx.body = {};
  });
  router.get('/oauth2/v3/certs', (ctx) => void (ctx.body = toJwks(oauth.signingKey())));
  router.get('/oauth2/v1/certs', (ctx) => void (ctx.body = toPem(oauth.signingKey())));
  router.all(['/tokeninfo', '/oauth2/v3/tokeninfo'], (ctx) => {
    ctx.body = tokenInfo(oauth, getToken(oauth, sentToken(ctx, 'access_token'), 400));
  });
  router.all('/oauth2/v3/userinfo', (ctx) => {
    const token = getToken(oauth, sentToken(ctx, 'access_token'), 401);
    ctx.body = claimsOf(oauth, token);
  });
  return router;
}

function tokenInfo(oauth: OAuth, token: AccessToken): object {
  const expires = Math.floor(new Date(token.expiresAt).getTime() / 1000);
  const left = expires - Math.floor(oauth.clock().getTime() / 1000);
  const { email, email_verified: verified } = claimsOf(oauth, token);
  return {
    azp: token.clientId,
    aud: token.clientId,
    sub: oauth.findAccount(token.address)!.sub,
    scope: token.scopes.join(' '),
    exp: String(expires),
    expires_in: String(left),
    ...(email !== undefined && { email, email_verified: String(verified) }),
    access_type: 'offline',
  };
}

function claimsOf(oauth: OAuth, token: AccessToken): Record<string, unknown> {
  const account = oauth.findAccount(token.address)!;
  return claims({ account, profile: oauth.state.profiles[token.address], token });
}

function getToken(oauth: OAuth, token: string, status: number): AccessToken {
  const found = oauth.findToken(token);
  if (found) return found;
  const error = status === 401 ? 'invalid_request' : 'invalid_token';
  throw new OAuthError(status, error, 'Invalid Value');
}

/** As a bearer, in the query or in the body. */
function sentToken(ctx: Context, name: string): string {
  const bearer = /^Bearer (\S+)$/i.exec(ctx.get('Authorization'))?.[1];
  const value = bearer ?? ctx.query[name] ?? form(ctx)[name];
  return typeof value === 'string' ? value : '';
}

function form(ctx: Context): TokenRequest {
  return (ctx.request.body ?? {}) as TokenRequest;
}

async function withErrors(ctx: Context, next: () => Promise<unknown>): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    ctx.status = error.status;
    ctx.body = { error: error.error, error_description: error.message };
  }
}

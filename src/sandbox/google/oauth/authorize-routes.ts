// /o/oauth2/v2/auth: choose an account, consent box by box, go back to the client with a code. Nothing is kept between
// the pages: each carries the client's whole question in its address.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { type Authorization, readAuthorization } from './authorization.ts';
import { accountsPage, consentPage, refusalPage } from './authorize-pages.ts';
import { OAuthError } from './oauth-error.ts';
import { allow, findGrant, issueCode } from './oauth-tokens.ts';
import type { OAuth } from './oauth.ts';
import { hasBoxes, isSignInScope } from './scopes.ts';

type Asked = Authorization & { address: string };

export const authorizePath = '/o/oauth2/v2/auth';

export function authorizeRoutes(oauth: OAuth): Router {
  const router = new Router();
  router.get(authorizePath, (ctx) =>
    withRefusals(ctx, () => ask(oauth, ctx, readAuthorization(oauth, ctx.query))),
  );
  router.post(authorizePath, (ctx) =>
    withRefusals(ctx, () => answer(oauth, ctx, readAuthorization(oauth, ctx.query))),
  );
  return router;
}

function ask(oauth: OAuth, ctx: Context, authorization: Authorization): void {
  const { address, prompts } = authorization;
  const isSilent = prompts.includes('none');
  if (!hasAddress(authorization)) {
    if (isSilent) return goBack(ctx, authorization, { error: 'interaction_required' });
    ctx.body = accountsPage(authorization.client, oauth.accounts(), linkTo(ctx));
  } else if (isAllowedAlready(oauth, authorization)) {
    goBackWithCode(oauth, ctx, authorization, authorization.scopes);
  } else if (isSilent) {
    goBack(ctx, authorization, { error: 'consent_required' });
  } else {
    const account = oauth.findAccount(address!)!;
    ctx.body = consentPage(authorization, account, linkTo(ctx));
  }
}

function answer(oauth: OAuth, ctx: Context, authorization: Authorization): void {
  if (!hasAddress(authorization)) return ask(oauth, ctx, authorization);
  const { decision, scope } = (ctx.request.body ?? {}) as Record<string, string | string[]>;
  const ticked = tickedScopes(authorization.scopes, [scope ?? []].flat());
  const isAllowed = decision === 'allow' && ticked.length > 0;
  if (isAllowed) goBackWithCode(oauth, ctx, authorization, ticked);
  else goBack(ctx, authorization, { error: 'access_denied' });
}

function tickedScopes(asked: readonly string[], ticked: readonly string[]): string[] {
  if (!hasBoxes(asked)) return [...asked];
  return asked.filter((scope) => isSignInScope(scope) || ticked.includes(scope));
}

function isAllowedAlready(oauth: OAuth, { client, prompts, scopes, address }: Asked): boolean {
  const grant = findGrant(oauth.state, { clientId: client.id, address });
  return !prompts.includes('consent') && scopes.every((scope) => grant?.scopes.includes(scope));
}

function goBackWithCode(
  oauth: OAuth,
  ctx: Context,
  authorization: Asked,
  allowed: readonly string[],
): void {
  const { client, redirectUri, prompts, address, codeChallenge, nonce } = authorization;
  const party = { clientId: client.id, address };
  const isFirst = !findGrant(oauth.state, party)?.isOffline;
  const grant = allow(oauth.state, party, allowed);
  const scopes = authorization.includeGranted ? grant.scopes : [...allowed];
  const withRefreshToken = authorization.isOffline && (isFirst || prompts.includes('consent'));
  const asked = { ...party, redirectUri, scopes, withRefreshToken, codeChallenge, nonce };
  const code = issueCode(oauth.state, asked, oauth.clock());
  goBack(ctx, authorization, { code, scope: scopes.join(' '), authuser: '0' });
}

function goBack(ctx: Context, authorization: Authorization, reply: Record<string, string>): void {
  const { redirectUri, state } = authorization;
  const url = new URL(redirectUri);
  const parameters = { ...(state !== null && { state }), ...reply };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  ctx.redirect(url.href);
}

/** This same question, for the account; without one, to choose again. */
function linkTo(ctx: Context): (address: string | null) => string {
  return (address) => {
    const parameters = new URLSearchParams(ctx.querystring);
    parameters.delete('authuser');
    if (address === null) parameters.delete('login_hint');
    else parameters.set('authuser', address);
    return `${authorizePath}?${parameters.toString()}`;
  };
}

function hasAddress(authorization: Authorization): authorization is Asked {
  return authorization.address !== null;
}

function withRefusals(ctx: Context, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    ctx.status = error.status;
    ctx.body = refusalPage(error);
  }
}

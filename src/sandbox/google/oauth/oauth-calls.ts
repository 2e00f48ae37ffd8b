// Logs every sign-in call, lets its planned fault happen, and tells of what it changed.
import type { Context, Middleware } from 'koa';
import { logCall, type RequestLog } from '../api/request-log.ts';
import type { Faults } from '../faults/faults.ts';
import { enact } from '../faults/mishaps.ts';
import { oauthMethods } from './oauth-routes.ts';
import type { OAuth } from './oauth.ts';

export type OAuthCallParts = { oauth: OAuth; faults: Faults; log: RequestLog };

export function oauthCalls({ oauth, faults, log }: OAuthCallParts): Middleware {
  return async function observeOAuthCalls(ctx, next) {
    const method = oauthMethods[ctx.path];
    if (method === undefined) return next();
    const account = accountOf(oauth, ctx);
    const { query: params } = ctx;
    const entry = logCall(log, oauth.clock, { method, account, params, body: ctx.request.body });
    const plan = faults.take(method, account);
    if (plan) entry.fault = plan.fault;
    await enact(ctx, plan, method, async () => {
      await next();
      oauth.changed();
    });
    entry.status = ctx.respond === false ? null : ctx.status;
  };
}

/** Whose token or code was sent, where one was. */
function accountOf({ state }: OAuth, ctx: Context): string | null {
  const body = (ctx.request.body ?? {}) as Record<string, unknown>;
  const sent = new Set([body['refresh_token'], body['token'], ctx.query['token']]);
  const token = [...state.refreshTokens, ...state.accessTokens].find((each) =>
    sent.has(each.token),
  );
  const code = state.codes.find((each) => each.code === body['code']);
  return token?.address ?? code?.address ?? null;
}

// /calendar/v3: each call is routed, its bearer and scopes proven, its question and its answer held to Google's
// description, its planned fault let happen; in between a method of the world answers.
import type { Context, Middleware } from 'koa';
import { errorBody, missingScope, missingToken, unknownToken } from './api-errors.ts';
import { GoogleError, type Call, type Method, type Reply } from './call.ts';
import { readCall } from './checked-call.ts';
import { checkReply, type Violation } from './contract.ts';
import { findRoute, type DiscoveryMethod, type Route } from './discovery.ts';
import type { Faults } from './faults.ts';
import { enact } from './mishaps.ts';
import type { AccessToken } from './oauth-state.ts';
import type { OAuth } from './oauth.ts';
import type { Quota } from './quota.ts';
import { logCall, type RequestLog } from './request-log.ts';
import type { World } from './world.ts';

export type ApiParts = {
  world: World;
  methods: Record<string, Method>;
  oauth: OAuth;
  faults: Faults;
  quota: Quota;
  log: RequestLog;
  violations: Violation[];
};

export function calendarApi(parts: ApiParts): Middleware {
  return async function answerCalendarCalls(ctx, next) {
    if (!ctx.path.startsWith('/calendar/v3/')) return next();
    await withRefusals(ctx, () => answer(parts, ctx, routeOf(ctx)));
  };
}

async function answer(parts: ApiParts, ctx: Context, { method, path }: Route): Promise<void> {
  const entry = logCall(parts.log, parts.world.clock, {
    method: method.id,
    params: { ...path, ...ctx.query },
    body: ctx.request.rawBody ? ctx.request.body : undefined,
  });
  const answered = withRefusals(ctx, async () => {
    const { address, scopes } = provenToken(parts.oauth, ctx, method);
    entry.account = address;
    const call = { ...readCall(ctx, method, path, parts.violations), account: address, scopes };
    parts.quota.take(address);
    const plan = parts.faults.take(method.id, address);
    if (plan) entry.fault = plan.fault;
    await enact(ctx, plan, method.id, () => commit(parts, ctx, method, call));
  });
  await answered;
  entry.status = ctx.respond === false ? null : ctx.status;
}

async function commit(
  parts: ApiParts,
  ctx: Context,
  method: DiscoveryMethod,
  call: Call,
): Promise<void> {
  const run = parts.methods[method.id];
  if (!run) throw new GoogleError(501, 'notImplemented', `The sandbox has no ${method.id}`);
  const reply = run(parts.world, call);
  const text = reply.body && JSON.stringify(reply.body);
  record(parts.violations, method, reply, text);
  await reply.before;
  ctx.status = reply.status;
  if (reply.etag !== undefined) ctx.set('ETag', reply.etag);
  if (text !== undefined) ctx.body = JSON.parse(text);
}

function record(
  violations: Violation[],
  method: DiscoveryMethod,
  { status }: Reply,
  text: string | undefined,
): void {
  if (status === 304) return;
  const faults = checkReply(method.id, text === undefined ? undefined : JSON.parse(text));
  if (faults.length > 0) violations.push({ method: method.id, where: 'reply', faults });
}

function routeOf(ctx: Context): Route {
  const route = findRoute(ctx.method, ctx.path);
  if (route) return route;
  throw new GoogleError(404, 'notFound', `No ${ctx.method} ${ctx.path} in Calendar v3`);
}

function provenToken(oauth: OAuth, ctx: Context, method: DiscoveryMethod): AccessToken {
  const bearer = /^Bearer (\S+)$/i.exec(ctx.get('Authorization'))?.[1];
  if (bearer === undefined) throw missingToken(method.id);
  const token = oauth.findToken(bearer);
  if (!token) throw unknownToken();
  if (method.scopes.some((scope) => token.scopes.includes(scope))) return token;
  throw missingScope(method.id);
}

async function withRefusals(ctx: Context, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    ctx.status = error.status;
    ctx.body = errorBody(error);
  }
}

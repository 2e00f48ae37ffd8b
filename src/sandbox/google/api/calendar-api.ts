// /calendar/v3: each call is routed, its bearer and scopes proven, its question and its answer held to Google's
// description, its planned fault let happen; in between a method of the world answers.
import type { Context, Middleware } from 'koa';
import { originOf } from '../events/event-page-link.ts';
import type { Faults } from '../faults/faults.ts';
import { enact } from '../faults/mishaps.ts';
import type { AccessToken } from '../oauth/oauth-state.ts';
import type { OAuth } from '../oauth/oauth.ts';
import type { World } from '../world.ts';
import { errorBody, missingScope, missingToken, unknownToken } from './api-errors.ts';
import { GoogleError, type Call, type Method } from './call.ts';
import { readCall } from './checked-call.ts';
import { checkReply, type Violation } from './contract.ts';
import { findRoute, type DiscoveryMethod, type Route } from './discovery.ts';
import type { Quota } from './quota.ts';
import { logCall, type RequestLog } from './request-log.ts';

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
    await withRefusals(ctx, () => answer(parts, ctx, routeOf(parts, ctx)));
  };
}

async function answer(parts: ApiParts, ctx: Context, { method, path }: Route): Promise<void> {
  const entry = logCall(parts.log, parts.world.clock, {
    method: method.id,
    params: { ...path, ...ctx.query },
    body: ctx.request.rawBody ? ctx.request.body : undefined,
  });
  await withRefusals(ctx, async () => {
    const { address, scopes } = provenToken(parts.oauth, ctx, method);
    entry.account = address;
    const read = readCall(ctx, method, path, parts.violations);
    const call = { ...read, account: address, scopes, origin: originOf(ctx) };
    parts.quota.take(address);
    const plan = parts.faults.take(method.id, address);
    if (plan) entry.fault = plan.fault;
    await enact(ctx, plan, method.id, () => commit(parts, ctx, method, call));
  });
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
  const body: unknown = reply.body && JSON.parse(JSON.stringify(reply.body));
  if (reply.status !== 304) recordReply(parts.violations, method, body);
  await reply.before;
  ctx.status = reply.status;
  if (reply.etag !== undefined) ctx.set('ETag', reply.etag);
  if (body !== undefined) ctx.body = body;
}

function recordReply(violations: Violation[], { id }: DiscoveryMethod, body: unknown): void {
  const faults = checkReply(id, body);
  if (faults.length > 0) violations.push({ method: id, where: 'reply', faults });
}

function routeOf({ log, world, violations }: ApiParts, ctx: Context): Route {
  const route = findRoute(ctx.method, ctx.path);
  if (route) return route;
  const message = `Calendar v3 has no ${ctx.method} ${ctx.path}`;
  logCall(log, world.clock, { params: ctx.query, status: 404 });
  violations.push({
    method: 'unknown',
    where: 'path',
    faults: [{ field: '', reason: 'notFound', message }],
  });
  throw new GoogleError(404, 'notFound', 'Not Found');
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

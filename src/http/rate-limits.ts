// So many requests a minute per client. Reads are counted in the process, where that costs nothing; what writes is
// counted in Postgres, which every process shares.
import type { Context, Middleware } from 'koa';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/database.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

export function rateLimits(
  database: Database,
  perMinute: number,
  clientOf: (ctx: Context) => string,
): Middleware {
  if (perMinute === 0) return (_, next) => next();
  const limits = { points: perMinute, duration: 60 };
  const reads = new RateLimiterMemory({ ...limits, keyPrefix: 'reads' });
  const writes = new RateLimiterPostgres({
    ...limits,
    keyPrefix: 'writes',
    storeClient: database.pool,
    tableName: 'rate_limits',
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(limits),
  });
  return async function limitRate(ctx, next) {
    const limiter = ['GET', 'HEAD'].includes(ctx.method) ? reads : writes;
    await limiter.consume(clientOf(ctx)).catch(refuse);
    await next();
  };
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  throw new Problem(
    'too_many_requests',
    say('That was a lot at once. Please wait a minute and try again.'),
    {
      retryAfterSeconds: Math.max(1, reason.msBeforeNext / 1000),
    },
  );
}

// Prometheus' view: requests by route and status, and the process itself.
import type { Context } from 'koa';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = { registry: Registry; observeRequest(ctx: Context, seconds: number): void };

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers: [registry],
  });
  return {
    registry,
    observeRequest: (ctx, seconds) =>
      requests.observe({ method: ctx.method, route: routeOf(ctx), status: ctx.status }, seconds),
  };
}

/** The route's pattern, never the path: paths hold tokens, and would make a series each. */
function routeOf(ctx: Context): string {
  return (ctx as { routerPath?: string }).routerPath ?? 'none';
}

// Is it alive, is it ready, how is it doing: for people with a terminal, load balancers and Prometheus.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Parts } from '../parts.ts';

const uuid = z.uuid();

export function healthRoutes(parts: Parts, metrics: Registry): Router {
  const router = new Router();
  router.get('/api/hello', (ctx) => {
    ctx.body = { message: 'Hello from Quarterhour.' };
  });
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'alive', ...proofOf(ctx, parts) };
  });
  router.get('/readyz', async (ctx) => {
    const faults = await findFaults(parts);
    ctx.status = faults.length > 0 ? 503 : 200;
    ctx.body = faults.length > 0 ? { status: 'not ready', faults } : { status: 'ready' };
  });
  router.get('/metrics', async (ctx) => {
    ctx.set('Content-Type', metrics.contentType);
    ctx.body = await metrics.metrics();
  });
  return router;
}

/** Who makes up a nonce and holds the same key knows by the proof that this very service answers, and through how many proxies. */
function proofOf(ctx: Context, { tokens }: Parts): object {
  const nonce = uuid.safeParse(ctx.query['nonce']);
  if (!nonce.success) return {};
  const forwarded = ctx.get('X-Forwarded-For').split(',').filter(Boolean);
  return { proof: tokens.create('health', nonce.data), proxies: forwarded.length };
}

async function findFaults(parts: Parts): Promise<string[]> {
  const faults: string[] = [];
  await parts.database.query(sql`select 1 as one`).catch((error: unknown) => {
    parts.log.error({ err: error }, 'the database does not answer');
    faults.push('The database does not answer.');
  });
  if (!parts.jobs.isHealthy()) faults.push('The job queue has failed.');
  return faults;
}

// Lets a planned fault befall a call: before it commits, or between its commit and its answer.
import type { Context } from 'koa';
import { refusalOf } from './fault-replies.ts';
import type { FaultPlan } from './faults.ts';

type Commit = () => Promise<void> | void;

const htmlPage =
  '<!DOCTYPE html>\n<html lang=en>\n<title>Error 502 (Server Error)!!1</title>\n<p><b>502.</b> <ins>That’s an error.</ins>\n<p>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.\n</html>\n';

/** Runs the commit, unless the fault comes before it. */
export async function enact(
  ctx: Context,
  plan: FaultPlan | null,
  methodId: string,
  commit: Commit,
): Promise<void> {
  if (!plan) return commit();
  const refusal = refusalOf(plan.fault, methodId);
  if (refusal) {
    ctx.status = refusal.status;
    ctx.body = refusal.body;
  } else {
    await befall(ctx, plan, commit);
  }
}

async function befall(ctx: Context, { fault, delayMs }: FaultPlan, commit: Commit): Promise<void> {
  switch (fault) {
    case 'hang':
      return hang(ctx);
    case 'reset':
      return reset(ctx);
    case 'commit_then_hang':
      await commit();
      return hang(ctx);
    case 'commit_then_reset':
      await commit();
      return reset(ctx);
    case 'slow_body':
      await commit();
      return answerSlowly(ctx, delayMs ?? 2000);
    case 'html_502':
      ctx.status = 502;
      ctx.type = 'html';
      ctx.body = htmlPage;
      return;
    case 'malformed':
      await commit();
      return breakBody(ctx);
  }
}

/** Until the caller, or the sandbox, ends the connection. */
function hang(ctx: Context): void {
  ctx.respond = false;
}

function reset(ctx: Context): void {
  ctx.respond = false;
  ctx.req.socket.resetAndDestroy();
}

function breakBody(ctx: Context): void {
  const text = JSON.stringify(ctx.body ?? {});
  ctx.status = 200;
  ctx.type = 'json';
  ctx.body = text.slice(0, Math.ceil(text.length / 2));
}

function answerSlowly(ctx: Context, delayMs: number): void {
  const text = Buffer.from(JSON.stringify(ctx.body ?? {}));
  const middle = Math.ceil(text.length / 2);
  ctx.respond = false;
  ctx.res.writeHead(ctx.status === 204 ? 200 : ctx.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': text.length,
  });
  ctx.res.write(text.subarray(0, middle));
  const rest = setTimeout(() => ctx.res.end(text.subarray(middle)), delayMs);
  ctx.res.once('close', () => clearTimeout(rest));
}

// An attendee's own Google Calendar: to Google, and back with the busy times for this one visit. Google leads back to
// the one address that it knows; whose return it is, the state tells.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { clearCookie, cookieName, readCookie, setCookie } from '../http/cookies.ts';
import { readBody, readQuery } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { seeOther } from '../web/send-page.ts';
import { type Attempt, attemptIdIn, attemptMinutes, openAttempt } from './attempt.ts';
import { finishReading, type Reading } from './finish-reading.ts';
import { googleStart } from './google-start.ts';
import { laidPage } from './laid-page.ts';
import { startReading } from './start-reading.ts';

const startInput = z.object({
  back: z.string().max(2000).catch('/'),
  days: z.coerce.number().int().min(1).max(400).catch(60),
});

const returnInput = z.object({
  state: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});

export function attendeeCalendarRoutes(parts: Parts): Router {
  const router = new Router();
  if (!parts.config.attendeeGoogle) return router;
  const cookie = cookieName('attendee-calendar', parts.config.publicUrl);

  router.post(googleStart, (ctx) => {
    const started = startReading(parts, readBody(ctx, startInput));
    setCookie(ctx, cookie, started.cookie, { maxAge: attemptMinutes * 60_000 });
    ctx.set('Cache-Control', 'no-store');
    seeOther(ctx, started.url);
  });

  router.get('/auth/google/callback', async (ctx, next) => {
    const { state, code, error } = readQuery(ctx, returnInput);
    const id = attemptIdIn(state, parts.tokens);
    if (id === null) return next();
    const attempt = openAttempt(parts.seal, readCookie(ctx, cookie), parts.clock());
    clearCookie(ctx, cookie);
    if (attempt?.id !== id) throw strangeReturn();
    show(parts, ctx, attempt, await reading(parts, attempt, { code, error }));
  });
  return router;
}

async function reading(
  parts: Parts,
  attempt: Attempt,
  { code, error }: { code: string | undefined; error: string | undefined },
): Promise<Reading> {
  if (error === 'access_denied') return { outcome: 'denied' };
  if (error !== undefined || code === undefined) return { outcome: 'failed' };
  return finishReading(parts, code, attempt);
}

function show(parts: Parts, ctx: RouterContext, { back }: Attempt, read: Reading): void {
  const address = new URL(back);
  address.searchParams.set('overlay', read.outcome);
  ctx.set('Cache-Control', 'no-store');
  if (read.outcome !== 'laid') return seeOther(ctx, address.href);
  ctx.type = 'html';
  ctx.body = laidPage(parts.config, { ...read, back: address.href }).text;
}

function strangeReturn(): Problem {
  return new Problem(
    'forbidden',
    say(
      'This was not begun in this browser, or too long ago. Please go back to the free times and try again.',
    ),
  );
}

// Sign-in: to Google, back again, and out.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { clearCookie, cookieName, readCookie, setCookie } from '../http/cookies.ts';
import { readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { findSignedIn, forgetSession, keepSession, sessionTokenOf } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { finishSignIn, type SignInResult } from './finish-sign-in.ts';
import { closeSession, openSession } from './open-session.ts';
import { attemptMinutes, bringsState, openAttempt, type SignInAttempt } from './sign-in-attempt.ts';
import { deniedPage, failedPage, scopesMissingPage, takenPage } from './sign-in-pages.ts';
import { strangeReturn } from './sign-in-problems.ts';
import { type SignInChoices, startSignIn } from './start-sign-in.ts';

const startInput = z.object({
  login_hint: z.email().optional().catch(undefined),
  consent: z.string().optional(),
  /** One more account for whoever is signed in. */
  connect: z.string().optional(),
});

const returnInput = z.object({
  state: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});

export function signInRoutes(parts: Parts): Router {
  const router = new Router();
  router.get('/auth/google', (ctx) => {
    const { login_hint: loginHint, consent, connect } = readQuery(ctx, startInput);
    const connectTo = connect === undefined ? null : (findSignedIn(ctx)?.id ?? null);
    sendToGoogle(parts, ctx, { loginHint, connectTo, asksConsent: consent !== undefined });
  });
  router.get('/auth/google/callback', async (ctx) => {
    try {
      await comeBack(parts, ctx);
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.code === 'internal') parts.log.error({ err: error }, 'sign-in failed');
      const isConnecting = findSignedIn(ctx) !== null;
      show(ctx, statusOf[error.code], failedPage(parts.config, error, isConnecting));
    }
  });
  router.post('/auth/sign-out', async (ctx) => {
    const token = sessionTokenOf(ctx, parts);
    if (token !== null) await closeSession(parts, token);
    forgetSession(ctx, parts);
    ctx.status = 303;
    ctx.redirect('/organiser/sign-in');
  });
  return router;
}

function sendToGoogle(parts: Parts, ctx: RouterContext, choices: SignInChoices): void {
  const { url, cookie } = startSignIn(parts, choices);
  const name = cookieName('sign-in', parts.config.publicUrl);
  setCookie(ctx, name, cookie, { maxAge: attemptMinutes * 60_000 });
  ctx.set('Cache-Control', 'no-store');
  ctx.redirect(url);
}

async function comeBack(parts: Parts, ctx: RouterContext): Promise<void> {
  const { state, code, error } = readQuery(ctx, returnInput);
  const attempt = takeAttempt(parts, ctx, state);
  if (error === 'access_denied') return turnBack(parts, ctx, attempt);
  if (error !== undefined || code === undefined) throw strangeReturn();
  await arrive(parts, ctx, attempt, await finishSignIn(parts, code, attempt));
}

/** Used once. Throws unless state, browser and organiser are those that the sign-in began with. */
function takeAttempt(parts: Parts, ctx: RouterContext, state: string): SignInAttempt {
  const name = cookieName('sign-in', parts.config.publicUrl);
  const attempt = openAttempt(parts.seal, readCookie(ctx, name) ?? undefined, parts.clock());
  clearCookie(ctx, name);
  if (!attempt || !bringsState(attempt, state)) throw strangeReturn();
  const isSame = attempt.connectTo === null || attempt.connectTo === findSignedIn(ctx)?.id;
  if (!isSame) throw strangeReturn();
  return attempt;
}

async function arrive(
  parts: Parts,
  ctx: RouterContext,
  { connectTo }: SignInAttempt,
  result: SignInResult,
): Promise<void> {
  if (result.outcome === 'ask_consent')
    return sendToGoogle(parts, ctx, { connectTo, asksConsent: true, loginHint: result.email });
  if (result.outcome === 'scopes_missing') {
    const isConnecting = connectTo !== null;
    return show(ctx, 200, scopesMissingPage(parts.config, { ...result, isConnecting }));
  }
  if (result.outcome === 'taken') return show(ctx, 403, takenPage(parts.config, result));
  const oldToken = sessionTokenOf(ctx, parts);
  if (oldToken !== null) await closeSession(parts, oldToken);
  keepSession(ctx, parts, await openSession(parts, result.organiserId));
  ctx.redirect(
    connectTo === null ? '/organiser' : `/organiser/calendars?connected=${result.accountId}`,
  );
}

/** The organiser pressed "Cancel" at Google: who was signed in is so still. */
function turnBack(parts: Parts, ctx: RouterContext, { connectTo }: SignInAttempt): void {
  if (connectTo === null) return show(ctx, 200, deniedPage(parts.config));
  ctx.redirect('/organiser/calendars?saved=not-connected');
}

function show(ctx: RouterContext, status: number, page: { text: string }): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set('Cache-Control', 'no-store');
  ctx.body = page.text;
}

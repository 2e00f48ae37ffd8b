// Who is asking: the organiser of the session cookie or of the API key, for every route that wants to know.
import type { Context, Middleware } from 'koa';
import { speak } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import { findSession } from '../organisers/find-session.ts';
import type { OpenedSession } from '../organisers/open-session.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { clearCookie, cookieName, readCookie, setCookie } from './cookies.ts';
import { chosenLanguage } from './language.ts';

export function session(parts: Parts): Middleware {
  return async function recogniseOrganiser(ctx, next) {
    const credentials = { apiKey: bearerOf(ctx), sessionToken: sessionTokenOf(ctx, parts) };
    const signedIn = await findSession(parts, credentials);
    ctx.state.organiser = signedIn?.organiser ?? null;
    if (signedIn?.scope === 'read' && !isReading(ctx)) throw readOnly();
    speakTo(ctx, parts, signedIn?.organiser ?? null);
    await next();
  };
}

/** On the organiser's own pages and API: the language of the profile, unless this browser was told another. */
function speakTo(ctx: Context, { config }: Parts, organiser: Organiser | null): void {
  const isOwn = /^\/(organiser|api\/me|api\/administration)(\/|$)/.test(ctx.path);
  if (!isOwn || !organiser?.language || chosenLanguage(ctx, config.publicUrl)) return;
  speak(organiser.language);
}

function isReading({ method }: Context): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

function readOnly(): Problem {
  return new Problem('forbidden', say('This API key may read, and change nothing.'));
}

export function findSignedIn(ctx: Context): Organiser | null {
  return (ctx.state.organiser as Organiser | null | undefined) ?? null;
}

/** Throws not_signed_in. */
export function requireOrganiser(ctx: Context): Organiser {
  const organiser = findSignedIn(ctx);
  if (!organiser) throw new Problem('not_signed_in', say('Please sign in first.'));
  return organiser;
}

export function sessionTokenOf(ctx: Context, { config }: Parts): string | null {
  return readCookie(ctx, cookieName('session', config.publicUrl));
}

export function keepSession(
  ctx: Context,
  { config }: Parts,
  { token, expiresAt }: OpenedSession,
): void {
  setCookie(ctx, cookieName('session', config.publicUrl), token, { expires: expiresAt });
}

export function forgetSession(ctx: Context, { config }: Parts): void {
  clearCookie(ctx, cookieName('session', config.publicUrl));
}

function bearerOf(ctx: Context): string | null {
  return /^Bearer +(\S+)$/i.exec(ctx.get('Authorization'))?.[1] ?? null;
}

// The holds of this browser, over all its windows, for as long as a hold can live: only to lead back to them.
import type { Context } from 'koa';
import type { Config } from '../config.ts';
import { cookieName, readCookie, setCookie } from '../http/cookies.ts';
import { holdMinutes } from './booking.ts';

const mostRemembered = 4;

export function rememberHold(ctx: Context, { publicUrl }: Config, token: string): void {
  const name = cookieName('holds', publicUrl);
  const others = tokensIn(readCookie(ctx, name)).filter((other) => other !== token);
  const tokens = [token, ...others].slice(0, mostRemembered);
  setCookie(ctx, name, tokens.join('.'), { maxAge: holdMinutes * 60_000 });
}

/** The newest first; not yet proven to be tokens. */
export function rememberedHolds(ctx: Context, { publicUrl }: Config): string[] {
  return tokensIn(readCookie(ctx, cookieName('holds', publicUrl)));
}

function tokensIn(value: string | null): string[] {
  return (value ?? '').split('.').filter(Boolean).slice(0, mostRemembered);
}

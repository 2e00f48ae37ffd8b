// Our cookies: for our own server only, never for scripts, sent along from other sites only when a link is followed.
import type { Context } from 'koa';

/** On https the name begins with `__Host-`: no neighbouring host can set it, and it travels encrypted only. */
export function cookieName(
  name: 'session' | 'sign-in' | 'holds' | 'attendee-calendar' | 'language',
  publicUrl: string,
): string {
  const isHttps = publicUrl.startsWith('https:');
  return isHttps ? `__Host-quarterhour-${name}` : `quarterhour-${name}`;
}

export function readCookie(ctx: Context, name: string): string | null {
  return ctx.cookies.get(name) ?? null;
}

export function setCookie(
  ctx: Context,
  name: string,
  value: string,
  lifetime: { expires: Date } | { maxAge: number },
): void {
  const secure = name.startsWith('__Host-');
  // The connection that reaches us behind a proxy is plain; what counts is the public address.
  if (secure) ctx.cookies.secure = true;
  ctx.cookies.set(name, value, {
    ...lifetime,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    overwrite: true,
  });
}

export function clearCookie(ctx: Context, name: string): void {
  setCookie(ctx, name, '', { expires: new Date(0) });
}

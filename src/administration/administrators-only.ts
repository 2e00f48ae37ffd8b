// The door of all that only an administrator may see or do.
import type { Middleware } from 'koa';
import type { Config } from '../config.ts';
import { requireOrganiser } from '../http/session.ts';
import { refuseUnlessAdministrator } from './administrator.ts';

/** Throws not_signed_in or forbidden. */
export function administratorsOnly(config: Config): Middleware {
  return async function refuseOthers(ctx, next) {
    refuseUnlessAdministrator(config, requireOrganiser(ctx));
    await next();
  };
}

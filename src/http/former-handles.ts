// An address with a handle that its organiser has left leads to the same address with the one of today: with its query,
// and with the form that was sent to it. Only what was found nowhere is looked up.
import type { Context, Middleware } from 'koa';
import type { Queryable } from '../database/database.ts';
import { handleFault } from '../organisers/handle.ts';
import { findHandleInstead } from '../organisers/organiser-queries.ts';
import { isProblem } from '../problem.ts';

export function formerHandles(database: Queryable): Middleware {
  return async function followHandle(ctx, next) {
    try {
      await next();
    } catch (error) {
      const place = isProblem(error, 'not_found') ? await findPlace(database, ctx) : null;
      if (place === null) throw error;
      lead(ctx, place);
    }
  };
}

/** The path up to the handle, the handle, and what follows it. */
const withHandle = /^(\/api\/organisers\/|\/)([a-z0-9-]+)((?:\/.*)?)$/i;

async function findPlace(database: Queryable, { path, search }: Context): Promise<string | null> {
  const [, before, word, after] = withHandle.exec(path) ?? [];
  const handle = word?.toLowerCase();
  if (handle === undefined || handleFault(handle) !== null) return null;
  const instead = await findHandleInstead(database, handle);
  return instead && `${before}${instead}${after}${search}`;
}

/** Kept by nobody: an organiser may take up a former handle again, and would else be sent back and forth. */
function lead(ctx: Context, place: string): void {
  ctx.redirect(place);
  ctx.status = 308;
  ctx.set('Cache-Control', 'no-store');
}

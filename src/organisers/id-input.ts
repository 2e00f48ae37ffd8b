// The id in an address. What cannot be an id is simply not there.
import type { RouterContext } from '@koa/router';
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

export function readId(ctx: Pick<RouterContext, 'params'>): string {
  const id = z.uuid().safeParse(ctx.params['id']);
  if (!id.success) throw new Problem('not_found', say('There is nothing at this address.'));
  return id.data;
}

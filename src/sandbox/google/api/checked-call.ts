// Reads one call out of a request and holds it to Google's description: a violation is recorded, and answered 400.
import type { Context } from 'koa';
import { GoogleError, type Call } from './call.ts';
import {
  checkBody,
  checkQuery,
  normalised,
  type ContractFault,
  type Query,
  type Violation,
} from './contract.ts';
import type { DiscoveryMethod } from './discovery.ts';

const unreadable = { field: 'body', reason: 'parseError', message: 'Parse Error' };

export function readCall(
  ctx: Context,
  method: DiscoveryMethod,
  path: Record<string, string>,
  violations: Violation[],
): Omit<Call, 'account' | 'scopes'> {
  const query = normalised(method, ctx.query as Query);
  const body: unknown = ctx.request.rawBody ? ctx.request.body : undefined;
  const check = (where: 'query' | 'body', faults: ContractFault[]) => {
    if (faults.length === 0) return;
    violations.push({ method: method.id, where, faults });
    throw refusal(where, faults[0]!);
  };
  if (ctx.state['isUnreadable']) check('body', [unreadable]);
  check('query', checkQuery(method, query));
  check('body', checkBody(method, body));
  return {
    params: { ...query, ...path },
    body,
    ifMatch: ctx.get('If-Match') || undefined,
    ifNoneMatch: ctx.get('If-None-Match') || undefined,
  };
}

function refusal(where: 'query' | 'body', { field, reason, message }: ContractFault): GoogleError {
  const isTime = reason === 'required' && (field === 'start' || field === 'end');
  const said = isTime ? `Missing ${field} time.` : `Invalid value for ${field}: ${message}`;
  return new GoogleError(400, reason, said, where === 'query' ? { location: field } : {});
}

// How many requests may wait for their proof: so that nobody floods a mailbox, or takes a day without an address.
import type { Transaction } from '../database/database.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import { findLimitingRequests, lockLimits, type Requester } from './request-queries.ts';

const hourMs = 3_600_000;

/** Counts beside the request that was just written. Throws too_many_requests. */
export async function refuseTooMany(
  transaction: Transaction,
  requester: Requester,
  now: Date,
): Promise<void> {
  await lockLimits(transaction, requester);
  const { ofAddress, ofClient } = await findLimitingRequests(transaction, requester, now);
  const limiting = Math.max(ofAddress?.getTime() ?? 0, ofClient?.getTime() ?? 0);
  if (limiting === 0) return;
  throw new Problem(
    'too_many_requests',
    say(
      'There were several requests already that nobody confirmed. Please look into your mail, or try again later.',
    ),
    { retryAfterSeconds: Math.max(1, Math.ceil((limiting + hourMs - now.getTime()) / 1000)) },
  );
}

// Google's limit of calls per user in a sliding minute. Off until a limit is set.
import type { Clock } from '../../../clock.ts';
import { GoogleError } from './call.ts';

export type Quota = {
  /** Null: no limit. Google's own: 600. */
  perMinute: number | null;
  /** Google answers either. */
  status: 403 | 429;
  /** Counts a call, or throws a GoogleError. */
  take(account: string): void;
};

const windowMs = 60_000;

export function createQuota(clock: Clock): Quota {
  const callsOf = new Map<string, number[]>();
  const quota: Quota = {
    perMinute: null,
    status: 403,
    take: (account) => {
      if (quota.perMinute === null) return;
      const now = clock().getTime();
      const calls = (callsOf.get(account) ?? []).filter((at) => at > now - windowMs);
      callsOf.set(account, calls);
      if (calls.length >= quota.perMinute) throw refusal(quota.status);
      calls.push(now);
    },
  };
  return quota;
}

function refusal(status: 403 | 429): GoogleError {
  const where = { domain: 'usageLimits' };
  return status === 403
    ? new GoogleError(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded', where)
    : new GoogleError(429, 'rateLimitExceeded', 'Rate Limit Exceeded', where);
}

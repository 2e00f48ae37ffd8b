// Which call is to go wrong, how, and how often: planned by a test, taken by the call that it meets.
import type { Refusal } from './fault-replies.ts';

export type Fault = Refusal | Mishap;

/** What may befall a call apart from a refusal. Those that commit first lose the answer, not the change. */
export type Mishap =
  | 'hang'
  | 'reset'
  | 'commit_then_reset'
  | 'commit_then_hang'
  | 'slow_body'
  | 'html_502'
  | 'malformed';

export type FaultPlan = {
  /** Discovery id, or `oauth.token`, `oauth.revoke`, `oauth.certs` …; `*`: every Calendar call. */
  method: string;
  fault: Fault;
  /** Once, unless said otherwise. */
  times?: number | 'until_cleared';
  /** Only calls of this account. */
  account?: string;
  /** Every so manyth call that matches; the others go well. */
  every?: number;
  /** For `slow_body`: how long the second half waits. */
  delayMs?: number;
};

export type Faults = {
  /** Returns how to take it back. */
  add(plan: FaultPlan): () => void;
  /** All of them, or those planned for one method. */
  clear(method?: string): void;
  /** For the call that is being made: the oldest plan that fits. */
  take(method: string, account: string | null): FaultPlan | null;
};

type Standing = FaultPlan & { left: number; met: number };

export function createFaults(): Faults {
  let standing: Standing[] = [];
  return {
    add: (plan) => {
      const { times = 1 } = plan;
      const added = { ...plan, left: times === 'until_cleared' ? Infinity : times, met: 0 };
      standing.push(added);
      return () => {
        standing = standing.filter((each) => each !== added);
      };
    },
    clear: (method) => {
      standing = standing.filter((each) => method !== undefined && each.method !== method);
    },
    take: (method, account) => {
      const plan = standing.find((each) => fits(each, method, account) && isDue(each));
      if (!plan) return null;
      plan.left -= 1;
      if (plan.left <= 0) standing = standing.filter((each) => each !== plan);
      return plan;
    },
  };
}

function fits(plan: FaultPlan, method: string, account: string | null): boolean {
  const isMeant = plan.method === method || (plan.method === '*' && method.startsWith('calendar.'));
  return isMeant && (plan.account === undefined || plan.account === account);
}

function isDue(plan: Standing): boolean {
  plan.met += 1;
  return plan.met % (plan.every ?? 1) === 0;
}

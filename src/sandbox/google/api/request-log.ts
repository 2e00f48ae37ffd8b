// What was asked of the sandbox Google, newest last: a test reads who called what, and how often.
import type { Clock } from '../../../clock.ts';
import type { Fault } from '../faults/faults.ts';

export type LoggedCall = {
  /** Discovery id, `oauth.…`, or `unknown`. */
  method: string;
  account: string | null;
  params: Record<string, string | string[] | undefined>;
  body: unknown;
  /** Null while it is being answered, and for a call that never was. */
  status: number | null;
  at: string;
  fault?: Fault;
};

export type RequestLog = LoggedCall[];

const keptCalls = 10_000;

export function logCall(log: RequestLog, clock: Clock, call: Partial<LoggedCall>): LoggedCall {
  const at = clock().toISOString();
  const logged = {
    method: 'unknown',
    account: null,
    params: {},
    body: undefined,
    status: null,
    at,
  };
  const entry: LoggedCall = { ...logged, ...call };
  log.push(entry);
  if (log.length > keptCalls) log.shift();
  return entry;
}

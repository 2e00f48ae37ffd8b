// The seam between the HTTP shell and the calendar: one call, checked, and what it is answered.
import type { World } from '../world.ts';

/** One API call after the shell has checked it: who calls, what was asked. */
export type Call = {
  /** The caller's address. */
  account: string;
  /** Path and query parameters, decoded; repeated ones (privateExtendedProperty) as arrays. */
  params: Record<string, string | string[]>;
  /** Parsed JSON, or undefined. */
  body: unknown;
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
  /** Where the caller reached the sandbox; left out, links lead where Google's own do. */
  origin?: string | undefined;
  /** The token's scopes. Left out: no limit beyond the account's own roles. */
  scopes?: readonly string[] | undefined;
};

export type Reply = {
  status: number;
  body?: object;
  etag?: string;
  /** To be awaited before the reply is sent: a push that must overtake it. */
  before?: Promise<void>;
};

/** Synchronous: it commits in one go, or throws a GoogleError and has changed nothing. */
export type Method = (world: World, call: Call) => Reply;

type Where = {
  domain?: string;
  location?: string;
  locationType?: 'parameter' | 'header';
};

/** A refusal, which the shell renders as {error: {errors: [{domain, reason, message, …}], code, message}}. */
export class GoogleError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly domain: string;
  readonly location: string | undefined;
  readonly locationType: string | undefined;

  constructor(status: number, reason: string, message: string, where: Where = {}) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.domain = where.domain ?? 'global';
    this.location = where.location;
    this.locationType = where.locationType ?? (where.location ? 'parameter' : undefined);
  }
}

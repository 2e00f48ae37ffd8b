// Every way in which Google says no, in our words, and what may be done about it.

export type GoogleFailureCode =
  | 'needs_reconnect' // invalid_grant, or a 401 that a fresh token did not mend
  | 'missing_scope'
  | 'misconfigured' // invalid_client: the deployment's fault, not the organiser's
  | 'rate_limited'
  | 'quota_exhausted' // back off for hours
  | 'not_found' // never existed or no access: unknown, not gone
  | 'duplicate'
  | 'gone'
  | 'full_sync_required'
  | 'changed_meanwhile' // If-Match failed
  | 'not_organizer'
  | 'invalid'
  | 'unavailable'; // no answer in time, a broken connection, 5xx, an answer that makes no sense

export class GoogleFailure extends Error {
  readonly code: GoogleFailureCode;
  /** True when no answer came in time: Google may or may not have done what was asked. */
  readonly isTimeout: boolean;

  constructor(
    code: GoogleFailureCode,
    message: string,
    options: { cause?: unknown; isTimeout?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'GoogleFailure';
    this.code = code;
    this.isTimeout = options.isTimeout ?? false;
  }
}

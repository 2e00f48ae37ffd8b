// The one error that the service answers with. `message` is fit for the attendee, `cause` is for the log.
// Which HTTP status a code becomes is written once, in http/problems.ts.

export type ProblemCode =
  | 'invalid_input'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'slot_taken'
  | 'slot_not_offered'
  | 'already_cancelled'
  | 'hold_expired'
  | 'request_expired'
  | 'content_too_large'
  | 'unsupported_media_type'
  | 'idempotency_mismatch'
  | 'too_many_requests'
  | 'calendar_unavailable'
  | 'internal';

export type FieldError = { field: string; message: string };
export type SlotTimes = { startsAt: Date; endsAt: Date };

export type ProblemDetails = {
  /** What a page says above the message, where the code's own words would be wrong. */
  heading?: string;
  errors?: FieldError[];
  alternatives?: SlotTimes[];
  retryAfterSeconds?: number;
  cause?: unknown;
};

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly heading: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly alternatives: SlotTimes[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.heading = details.heading;
    this.errors = details.errors;
    this.alternatives = details.alternatives;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

export function isProblem(error: unknown, code?: ProblemCode): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

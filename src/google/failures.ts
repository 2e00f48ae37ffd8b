// Translates what the client library throws into a GoogleFailure. Only the status, Google's reason and the network's
// code are taken over: the library's errors carry the request, and with it tokens.
import { GoogleFailure, type GoogleFailureCode } from './google-failure.ts';

const codesOfOAuthErrors: Record<string, GoogleFailureCode> = {
  invalid_grant: 'needs_reconnect',
  admin_policy_enforced: 'needs_reconnect',
  invalid_client: 'misconfigured',
  deleted_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
  redirect_uri_mismatch: 'misconfigured',
};

const codesOfReasons: Record<string, GoogleFailureCode> = {
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: 'missing_scope',
  insufficientPermissions: 'missing_scope',
  accessNotConfigured: 'misconfigured',
  SERVICE_DISABLED: 'misconfigured',
  rateLimitExceeded: 'rate_limited',
  userRateLimitExceeded: 'rate_limited',
  quotaExceeded: 'quota_exhausted',
  dailyLimitExceeded: 'quota_exhausted',
  forbiddenForNonOrganizer: 'not_organizer',
  fullSyncRequired: 'full_sync_required',
  updatedMinTooLongAgo: 'full_sync_required',
  // said with 401, of our address and not of the account
  'push.webhookUrlUnauthorized': 'invalid',
};

const codesOfStatuses: Record<number, GoogleFailureCode> = {
  401: 'needs_reconnect',
  403: 'not_found',
  404: 'not_found',
  408: 'unavailable',
  409: 'duplicate',
  410: 'gone',
  412: 'changed_meanwhile',
  429: 'rate_limited',
};

/** Anything else than Google's or the network's refusal is a fault of ours and comes back as it is. */
export function toGoogleFailure(error: unknown): unknown {
  if (error instanceof GoogleFailure || !isRequestError(error)) return error;
  return error.response ? refusal(error.response) : noAnswer(error.code);
}

/** An answer of success whose content makes no sense: as good as none. */
export function malformedReply(what: string): GoogleFailure {
  return new GoogleFailure('unavailable', `Google's reply makes no sense: ${what}`);
}

/** Nothing came back: too late, or the connection failed. What was asked may have been done. */
export function noAnswer(code: unknown): GoogleFailure {
  return new GoogleFailure('unavailable', `No answer from Google (${word(code) ?? 'unknown'})`, {
    isTimeout: true,
  });
}

type Answer = { status: number; data: unknown };

function isRequestError(error: unknown): error is { code?: unknown; response?: Answer } {
  return error instanceof Error && 'config' in error;
}

function refusal({ status, data }: Answer): GoogleFailure {
  const reasons = reasonsIn(data);
  const said = ['Google answered', status, ...reasons].join(' ');
  return new GoogleFailure(codeOf(status, reasons), said);
}

function codeOf(status: number, reasons: string[]): GoogleFailureCode {
  if (status >= 500) return 'unavailable';
  for (const reason of reasons) {
    const code = codesOfOAuthErrors[reason] ?? codesOfReasons[reason];
    if (code) return code;
  }
  return codesOfStatuses[status] ?? 'invalid';
}

/** OAuth says {error: "…"}; the API {error: {errors: [{reason}], details: [{reason}]}}; a front end anything at all. */
function reasonsIn(data: unknown): string[] {
  const error = field(data, 'error');
  const listed = [field(error, 'details'), field(error, 'errors')].flatMap((list) =>
    Array.isArray(list) ? list.map((item) => word(field(item, 'reason'))) : [],
  );
  return [word(error), ...listed].filter((reason) => reason !== null);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A short identifier, or null: free text of Google's may hold anything. */
function word(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.]{1,60}$/.test(value) ? value : null;
}

// The refusals that Google documents, by the name under which a test asks for them, each with Google's own JSON.
import { errorBody, missingScope, unknownToken } from '../api/api-errors.ts';
import { GoogleError } from '../api/call.ts';
import { OAuthError } from '../oauth/oauth-error.ts';

const calendar = { domain: 'calendar' };
const usage = { domain: 'usageLimits' };

const refusals = {
  timeRangeEmpty: new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.', {
    ...calendar,
    location: 'timeMax',
  }),
  required: new GoogleError(400, 'required', 'Required', { location: 'end' }),
  invalid: new GoogleError(400, 'invalid', 'Invalid Value', { location: 'timeMin' }),
  authError: unknownToken(),
  rateLimitExceeded: new GoogleError(403, 'rateLimitExceeded', 'Rate Limit Exceeded', usage),
  userRateLimitExceeded: new GoogleError(
    403,
    'userRateLimitExceeded',
    'User Rate Limit Exceeded',
    usage,
  ),
  tooManyRequests: new GoogleError(429, 'rateLimitExceeded', 'Rate Limit Exceeded', usage),
  quotaExceeded: new GoogleError(403, 'quotaExceeded', 'Calendar usage limits exceeded.', usage),
  forbiddenForNonOrganizer: new GoogleError(
    403,
    'forbiddenForNonOrganizer',
    'Shared properties can only be changed by the organizer of the event.',
    calendar,
  ),
  forbidden: new GoogleError(403, 'forbidden', 'Forbidden'),
  notFound: new GoogleError(404, 'notFound', 'Not Found'),
  duplicate: new GoogleError(409, 'duplicate', 'The requested identifier already exists.'),
  deleted: new GoogleError(410, 'deleted', 'Resource has been deleted'),
  fullSyncRequired: new GoogleError(
    410,
    'fullSyncRequired',
    'Sync token is no longer valid, a full sync is required.',
    { ...calendar, location: 'syncToken' },
  ),
  updatedMinTooLongAgo: new GoogleError(
    410,
    'updatedMinTooLongAgo',
    'The requested minimum modification time lies too far in the past.',
    { ...calendar, location: 'updatedMin' },
  ),
  conditionNotMet: new GoogleError(412, 'conditionNotMet', 'Precondition Failed', {
    location: 'If-Match',
    locationType: 'header',
  }),
  backendError: new GoogleError(500, 'backendError', 'Backend Error'),
  serviceUnavailable: new GoogleError(503, 'backendError', 'Service Unavailable'),
} as const;

const oauthRefusals = {
  invalid_grant: new OAuthError(400, 'invalid_grant', 'Token has been expired or revoked.'),
  admin_policy_enforced: new OAuthError(
    400,
    'admin_policy_enforced',
    'Access to your account data is restricted by policies within your organization.',
  ),
  invalid_client: new OAuthError(401, 'invalid_client', 'The OAuth client was not found.'),
  deleted_client: new OAuthError(401, 'deleted_client', 'The OAuth client was deleted.'),
  internal_failure: new OAuthError(500, 'internal_failure', 'Backend Error'),
  temporarily_unavailable: new OAuthError(503, 'temporarily_unavailable', 'Try again later.'),
} as const;

export type Refusal =
  | 'insufficientPermissions'
  | keyof typeof refusals
  | keyof typeof oauthRefusals;

/** Null for a fault that is no refusal. */
export function refusalOf(
  fault: string,
  methodId: string,
): { status: number; body: object } | null {
  if (fault in oauthRefusals) {
    const { status, error, message } = oauthRefusals[fault as keyof typeof oauthRefusals];
    return { status, body: { error, error_description: message } };
  }
  const refusal =
    fault === 'insufficientPermissions'
      ? missingScope(methodId)
      : refusals[fault as keyof typeof refusals];
  return refusal ? { status: refusal.status, body: errorBody(refusal) } : null;
}

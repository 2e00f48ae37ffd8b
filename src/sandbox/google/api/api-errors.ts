// How Google writes a refusal of the API. Its front end (no token, a scope missing) says more than the calendar behind.
import { GoogleError } from './call.ts';

/** A refusal by the front end, which adds a canonical status, a longer message and details. */
export class FrontError extends GoogleError {
  readonly headline: string;
  readonly canonical: string;
  readonly details: object[];

  constructor(
    error: GoogleError,
    front: { headline: string; canonical: string; details?: object[] },
  ) {
    super(error.status, error.reason, error.message, whereOf(error));
    this.headline = front.headline;
    this.canonical = front.canonical;
    this.details = front.details ?? [];
  }
}

const expectedToken =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

export function unknownToken(): FrontError {
  const where = { location: 'Authorization', locationType: 'header' } as const;
  return new FrontError(new GoogleError(401, 'authError', 'Invalid Credentials', where), {
    headline: `Request had invalid authentication credentials. ${expectedToken}`,
    canonical: 'UNAUTHENTICATED',
  });
}

export function missingToken(methodId: string): FrontError {
  const where = { location: 'Authorization', locationType: 'header' } as const;
  return new FrontError(new GoogleError(401, 'required', 'Login Required.', where), {
    headline: `Request is missing required authentication credential. ${expectedToken}`,
    canonical: 'UNAUTHENTICATED',
    details: [errorInfo('CREDENTIALS_MISSING', methodId)],
  });
}

export function missingScope(methodId: string): FrontError {
  const error = new GoogleError(403, 'insufficientPermissions', 'Insufficient Permission');
  return new FrontError(error, {
    headline: 'Request had insufficient authentication scopes.',
    canonical: 'PERMISSION_DENIED',
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', methodId)],
  });
}

export function errorBody(error: GoogleError): object {
  const { domain, reason, message, location, locationType, status } = error;
  const listed = { domain, reason, message, ...(location && { location, locationType }) };
  if (!(error instanceof FrontError)) {
    return { error: { errors: [listed], code: status, message } };
  }
  const { headline, canonical, details } = error;
  const described = { code: status, message: headline, errors: [listed], status: canonical };
  return { error: { ...described, ...(details.length > 0 && { details }) } };
}

function errorInfo(reason: string, methodId: string): object {
  return {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service: 'calendar-json.googleapis.com', method: rpcName(methodId) },
  };
}

/** `calendar.calendarList.list` is `calendar.v3.CalendarList.List` within Google. */
function rpcName(methodId: string): string {
  const [, ...words] = methodId.split('.');
  return ['calendar.v3', ...words.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('.');
}

function whereOf({ domain, location, locationType }: GoogleError) {
  return {
    domain,
    ...(location !== undefined && { location }),
    ...(locationType !== undefined && { locationType: locationType as 'parameter' | 'header' }),
  };
}

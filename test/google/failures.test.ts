import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { GoogleFailure, type GoogleFailureCode } from '../../src/google/google-failure.ts';
import {
  refusal,
  startScriptedGoogle,
  type Answer,
  type ScriptedGoogle,
} from './scripted-google.ts';

const access = { accountId: 'account', refreshToken: 'refresh-token-1//secret' };
const event = '/calendar/v3/calendars/c/events/e';

let scripted: ScriptedGoogle;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
});
afterEach(() => scripted.close());

async function failureOf(call: Promise<unknown>): Promise<GoogleFailure> {
  const error: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(GoogleFailure);
  return error as GoogleFailure;
}

const scopeInsufficient: Answer = {
  status: 403,
  body: {
    error: {
      code: 403,
      message: 'Request had insufficient authentication scopes.',
      errors: [{ domain: 'global', reason: 'insufficientPermissions' }],
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', domain: 'googleapis.com' }],
    },
  },
};

test.each<[GoogleFailureCode, Answer]>([
  ['invalid', refusal(400, 'timeRangeEmpty')],
  ['invalid', refusal(400, 'required')],
  ['needs_reconnect', refusal(401, 'authError')],
  ['invalid', refusal(401, 'push.webhookUrlUnauthorized')],
  ['rate_limited', refusal(403, 'rateLimitExceeded')],
  ['rate_limited', refusal(403, 'userRateLimitExceeded')],
  ['rate_limited', refusal(429, 'rateLimitExceeded')],
  ['quota_exhausted', refusal(403, 'quotaExceeded')],
  ['not_organizer', refusal(403, 'forbiddenForNonOrganizer')],
  ['missing_scope', scopeInsufficient],
  ['not_found', refusal(403, 'forbidden')],
  ['not_found', refusal(404, 'notFound')],
  ['duplicate', refusal(409, 'duplicate')],
  ['gone', refusal(410, 'deleted')],
  ['full_sync_required', refusal(410, 'fullSyncRequired')],
  ['full_sync_required', refusal(410, 'updatedMinTooLongAgo')],
  ['changed_meanwhile', refusal(412, 'conditionNotMet')],
  ['unavailable', refusal(500, 'backendError')],
  ['unavailable', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['unavailable', { status: 200, body: '{"id": "cut o' }],
  ['unavailable', { status: 200, body: {} }],
])('%s is what %j means', async (code, answer) => {
  scripted.answer(event, answer);

  const failure = await failureOf(scripted.google.getEvent(access, 'c', 'e'));

  expect(failure.code).toBe(code);
  expect(failure.isTimeout).toBe(false);
});

test.each<[GoogleFailureCode, number, string]>([
  ['needs_reconnect', 400, 'invalid_grant'],
  ['misconfigured', 401, 'invalid_client'],
  ['misconfigured', 401, 'deleted_client'],
  ['unavailable', 503, 'backend_error'],
])('%s is what a refresh refused by %i %s means', async (code, status, error) => {
  scripted.answer('/token', { status, body: { error, error_description: 'Token revoked.' } });

  const failure = await failureOf(scripted.google.getEvent(access, 'c', 'e'));

  expect(failure.code).toBe(code);
});

test('a refresh that brings no token is no answer', async () => {
  scripted.answer('/token', { status: 200, body: '<html>Welcome to the hotel</html>' });

  const failure = await failureOf(scripted.google.getEvent(access, 'c', 'e'));

  expect(failure.code).toBe('unavailable');
});

test('a broken connection leaves open whether Google did it', async () => {
  scripted.answer(event, 'reset');

  const failure = await failureOf(scripted.google.getEvent(access, 'c', 'e'));

  expect(failure).toMatchObject({ code: 'unavailable', isTimeout: true });
});

test('nothing listening is no answer', async () => {
  await scripted.close();

  const failure = await failureOf(scripted.google.getEvent(access, 'c', 'e'));

  expect(failure).toMatchObject({ code: 'unavailable', isTimeout: true });
});

test.each(['/token', '/calendar/v3/freeBusy'])(
  'a time limit holds for the whole call when %s hangs',
  async (path) => {
    scripted.answer(path, 'hang');
    const period = { from: new Date(0), to: new Date(60_000) };
    const startedAt = performance.now();

    const failure = await failureOf(
      scripted.google.queryBusy(access, { googleCalendarIds: ['c'], ...period, timeoutMs: 200 }),
    );

    expect(failure).toMatchObject({ code: 'unavailable', isTimeout: true });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  },
);

test.each<[string, string, Answer]>([
  ['a refused refresh', '/token', { status: 400, body: { error: 'invalid_grant' } }],
  ['a refused call', event, refusal(403, 'forbidden')],
  ['a broken connection', '/token', 'reset'],
])('%s shows no secret, however it is printed', async (_what, path, answer) => {
  scripted.answer(path, answer);

  const failure = await failureOf(scripted.google.getEvent(access, 'c', 'e'));

  const printed = inspect(failure, { depth: 20, showHidden: true }) + JSON.stringify(failure);
  expect(printed).not.toMatch(/refresh-token|secret|Bearer/);
});

test('a refused revocation shows no token', async () => {
  scripted.answer('/revoke', { status: 400, body: { error: 'invalid_token' } });

  const failure = await failureOf(scripted.google.revoke(access.refreshToken));

  expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain('refresh-token');
});

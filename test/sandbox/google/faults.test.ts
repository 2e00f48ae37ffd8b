// What a test can let go wrong at the sandbox Google.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Fault } from '../../../src/sandbox/google/faults/faults.ts';
import {
  anna,
  ben,
  calendarOf,
  eventsScope,
  failureOf,
  listScope,
  oauthClient,
  startRig,
  tinyMethods,
  type Rig,
} from './rig.ts';

let rig: Rig;
let committed: string[];
beforeEach(async () => {
  committed = [];
  rig = await startRig({ methods: tinyMethods(committed) });
});
afterEach(async () => {
  await rig.google.close();
  expect(rig.google.violations).toEqual([]);
});

const calendarFor = (address: string) =>
  calendarOf(
    rig.google,
    oauthClient(rig.google, rig.google.grantFor(address, [listScope, eventsScope])),
  );
const list = (address = anna) => calendarFor(address).calendarList.list();
const insert = (options = {}) =>
  calendarFor(anna).events.insert(
    {
      calendarId: 'primary',
      requestBody: {
        id: 'abc12',
        start: { dateTime: '2026-03-02T10:00:00Z' },
        end: { dateTime: '2026-03-02T11:00:00Z' },
      },
    },
    options,
  );
const plan = (fault: Fault, method = 'calendar.events.insert') =>
  rig.google.faults.add({ method, fault });

test.each([
  ['timeRangeEmpty', 400, 'calendar', 'timeRangeEmpty'],
  ['required', 400, 'global', 'required'],
  ['invalid', 400, 'global', 'invalid'],
  ['authError', 401, 'global', 'authError'],
  ['rateLimitExceeded', 403, 'usageLimits', 'rateLimitExceeded'],
  ['userRateLimitExceeded', 403, 'usageLimits', 'userRateLimitExceeded'],
  ['tooManyRequests', 429, 'usageLimits', 'rateLimitExceeded'],
  ['quotaExceeded', 403, 'usageLimits', 'quotaExceeded'],
  ['forbiddenForNonOrganizer', 403, 'calendar', 'forbiddenForNonOrganizer'],
  ['forbidden', 403, 'global', 'forbidden'],
  ['insufficientPermissions', 403, 'global', 'insufficientPermissions'],
  ['notFound', 404, 'global', 'notFound'],
  ['duplicate', 409, 'global', 'duplicate'],
  ['deleted', 410, 'global', 'deleted'],
  ['fullSyncRequired', 410, 'calendar', 'fullSyncRequired'],
  ['updatedMinTooLongAgo', 410, 'calendar', 'updatedMinTooLongAgo'],
  ['conditionNotMet', 412, 'global', 'conditionNotMet'],
  ['backendError', 500, 'global', 'backendError'],
  ['serviceUnavailable', 503, 'global', 'backendError'],
] as const)(
  '%s is answered as Google does, and changes nothing',
  async (fault, code, domain, reason) => {
    plan(fault);

    const failure = await failureOf(insert());

    expect(failure).toMatchObject({
      status: code,
      data: { error: { code, errors: [{ domain, reason, message: expect.any(String) }] } },
    });
    expect(committed).toEqual([]);
  },
);

test.each([
  ['invalid_grant', 400],
  ['admin_policy_enforced', 400],
  ['invalid_client', 401],
  ['deleted_client', 401],
  ['internal_failure', 500],
  ['temporarily_unavailable', 503],
] as const)('the token endpoint can answer %s', async (error, status) => {
  plan(error, 'oauth.token');
  const form = new URLSearchParams({ grant_type: 'refresh_token' });

  const response = await fetch(`${rig.google.baseUrl}/token`, { method: 'POST', body: form });

  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
});

test('a fault happens once, so many times, or until it is cleared', async () => {
  const outcomes: (number | undefined)[] = [];
  const tryList = async () =>
    outcomes.push(
      await list().then(
        ({ status }) => status,
        ({ response }) => response.status,
      ),
    );

  plan('backendError', 'calendar.calendarList.list');
  await tryList();
  await tryList();
  rig.google.faults.add({ method: '*', fault: 'backendError', times: 2 });
  await tryList();
  await tryList();
  await tryList();
  rig.google.faults.add({ method: '*', fault: 'backendError', times: 'until_cleared' });
  await tryList();
  rig.google.faults.clear();
  await tryList();

  expect(outcomes).toEqual([500, 200, 500, 500, 200, 500, 200]);
});

test('a fault can be meant for one account, or for every third call', async () => {
  rig.google.faults.add({ method: '*', fault: 'notFound', times: 'until_cleared', account: ben });
  await list(anna);
  const failure = await failureOf(list(ben));
  rig.google.faults.clear();
  rig.google.faults.add({ method: '*', fault: 'notFound', every: 3 });
  await list();
  await list();
  const third = await failureOf(list());

  expect([failure.status, third.status]).toEqual([404, 404]);
});

test.each([
  ['reset', 'ECONNRESET', []],
  ['commit_then_reset', 'ECONNRESET', ['abc12']],
] as const)('%s breaks the connection', async (fault, code, written) => {
  plan(fault);

  const failure = await failureOf(insert());

  expect(failure.code).toBe(code);
  expect(committed).toEqual(written);
});

test.each([
  ['hang', []],
  ['commit_then_hang', ['abc12']],
] as const)('%s leaves the caller without an answer', async (fault, written) => {
  plan(fault);

  const failure = await failureOf(insert({ timeout: 150 }));

  expect(failure.status).toBeUndefined();
  expect(committed).toEqual(written);
  expect(rig.google.log.at(-1)).toMatchObject({ fault, status: null });
});

test('closing the sandbox ends the calls that hang', async () => {
  const { google } = await startRig();
  google.faults.add({ method: 'oauth.certs', fault: 'hang' });
  const hanging = failureOf(fetch(`${google.baseUrl}/oauth2/v3/certs`));

  while (google.log.length === 0) await new Promise(setImmediate);
  await google.close();

  expect((await hanging).status).toBeUndefined();
});

test('a slow body begins at once and ends late', async () => {
  rig.google.faults.add({ method: 'oauth.certs', fault: 'slow_body', delayMs: 100 });

  const response = await fetch(`${rig.google.baseUrl}/oauth2/v3/certs`);
  const chunks = await Array.fromAsync(response.body!);

  expect(response.status).toBe(200);
  expect(chunks).toHaveLength(2);
  expect(JSON.parse(Buffer.concat(chunks).toString())).toHaveProperty('keys');
});

test('a front end can answer 502 with a page', async () => {
  plan('html_502');

  const failure = await failureOf(insert());

  expect(failure.status).toBe(502);
  expect(failure.data).toContain('<!DOCTYPE html>');
});

test('an answer of success can be broken JSON', async () => {
  plan('malformed', 'oauth.certs');

  const response = await fetch(`${rig.google.baseUrl}/oauth2/v3/certs`);
  const text = await response.text();

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(() => JSON.parse(text)).toThrow();
});

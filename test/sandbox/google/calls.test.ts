// What every call to the sandbox's Calendar v3 passes: its token, its scopes, the quota, the log.
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Method } from '../../../src/sandbox/google/api/call.ts';
import {
  anna,
  ben,
  busyScope,
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
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.google.close());

const event = {
  id: 'abc12',
  start: { dateTime: '2026-03-02T10:00:00Z' },
  end: { dateTime: '2026-03-02T11:00:00Z' },
};
const calendarFor = (address: string, scopes = [listScope, eventsScope], google = rig.google) =>
  calendarOf(google, oauthClient(google, google.grantFor(address, scopes)));

test('a call without a token is told to log in', async () => {
  const response = await fetch(`${rig.google.baseUrl}/calendar/v3/users/me/calendarList`);

  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    error: {
      code: 401,
      status: 'UNAUTHENTICATED',
      errors: [{ reason: 'required', location: 'Authorization', locationType: 'header' }],
      details: [{ reason: 'CREDENTIALS_MISSING' }],
    },
  });
});

test('an unknown or expired token is refused as authError', async () => {
  const auth = oauthClient(rig.google, rig.google.grantFor(anna, [listScope]));
  await auth.getAccessToken();
  auth.setCredentials({ access_token: auth.credentials.access_token! });
  rig.clock.advance(3_599_000);

  const failure = await failureOf(calendarOf(rig.google, auth).calendarList.list());

  expect(failure).toMatchObject({
    status: 401,
    data: {
      error: {
        code: 401,
        status: 'UNAUTHENTICATED',
        errors: [
          {
            domain: 'global',
            reason: 'authError',
            message: 'Invalid Credentials',
            location: 'Authorization',
            locationType: 'header',
          },
        ],
      },
    },
  });
});

test('a token that lacks the scope is refused with an ErrorInfo that says so', async () => {
  const failure = await failureOf(calendarFor(anna, [busyScope]).calendarList.list());

  expect(failure).toMatchObject({
    status: 403,
    data: {
      error: {
        status: 'PERMISSION_DENIED',
        message: 'Request had insufficient authentication scopes.',
        errors: [{ domain: 'global', reason: 'insufficientPermissions' }],
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
            domain: 'googleapis.com',
            metadata: {
              service: 'calendar-json.googleapis.com',
              method: 'calendar.v3.CalendarList.List',
            },
          },
        ],
      },
    },
  });
});

test('every call is logged with what was asked, by whom, when, and how it was answered', async () => {
  await calendarFor(anna).events.insert({
    calendarId: 'team@example.com',
    sendUpdates: 'all',
    requestBody: event,
  });

  expect(rig.google.log.at(-1)).toEqual({
    method: 'calendar.events.insert',
    account: anna,
    params: { calendarId: 'team@example.com', sendUpdates: 'all' },
    body: event,
    status: 200,
    at: '2026-03-02T09:00:00.000Z',
  });
});

test.each([
  [403, 'userRateLimitExceeded'],
  [429, 'rateLimitExceeded'],
] as const)('above the limit of a minute a user is answered %d', async (status, reason) => {
  Object.assign(rig.google.quota, { perMinute: 2, status });
  const mine = calendarFor(anna);
  await mine.calendarList.list();
  await mine.calendarList.list();

  const failure = await failureOf(mine.calendarList.list());
  await calendarFor(ben).calendarList.list();
  rig.clock.advance(60_000);
  await mine.calendarList.list();

  expect(failure).toMatchObject({ status, data: { error: { errors: [{ reason }] } } });
});

test('an etag is sent as a header, and If-Match comes through', async () => {
  const seen: unknown[] = [];
  const patch: Method = (_world, { ifMatch }) => {
    seen.push(ifMatch);
    return { status: 200, body: { id: 'abc12', etag: '"8"' }, etag: '"8"' };
  };
  const { google } = await startRig({
    methods: { ...tinyMethods(), 'calendar.events.patch': patch },
  });

  const reply = await calendarFor(anna, [eventsScope], google).events.patch(
    { calendarId: 'primary', eventId: 'abc12', requestBody: { summary: 'x' } },
    { headers: { 'If-Match': '"7"' } },
  );

  expect(seen).toEqual(['"7"']);
  expect((reply.headers as unknown as Headers).get('etag')).toBe('"8"');
  await google.close();
});

test('a name that is not this machine’s is not answered', async () => {
  const { port } = new URL(rig.google.baseUrl);

  const status = await new Promise((resolve, reject) => {
    const headers = { host: `sandbox.example.com:${port}` };
    request({ port, host: '127.0.0.1', path: '/oauth2/v3/certs', headers })
      .on('response', (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

  expect(status).toBe(403);
});

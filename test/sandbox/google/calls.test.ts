// What every call to the sandbox's Calendar v3 passes: its token, its scopes, Google's description, the quota, the log.
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Method } from '../../../src/sandbox/google/call.ts';
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

type InsertParams = calendar_v3.Params$Resource$Events$Insert;

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

test.each([
  ['an unknown query parameter', { calendarId: 'primary', colour: 'red' }, event, 'query'],
  [
    'a query value outside of its list',
    { calendarId: 'primary', sendUpdates: 'yes' },
    event,
    'query',
  ],
  ['an unknown body field', { calendarId: 'primary' }, { ...event, sendUpdates: 'all' }, 'body'],
  [
    'a missing required field',
    { calendarId: 'primary' },
    { id: 'abc12', start: event.start },
    'body',
  ],
  [
    'a date-time without an offset',
    { calendarId: 'primary' },
    { ...event, end: { dateTime: '2026-03-02T11:00:00' } },
    'body',
  ],
])('%s is answered 400 and recorded', async (_case, params, requestBody, where) => {
  const asked: InsertParams = { ...params, requestBody };

  const failure = await failureOf(calendarFor(anna).events.insert(asked));

  expect(failure.status).toBe(400);
  expect(failure.data).toMatchObject({ error: { code: 400, errors: [{ domain: 'global' }] } });
  expect(rig.google.violations).toMatchObject([{ method: 'calendar.events.insert', where }]);
});

test.each([
  ['/calendar/v3/calendars/primary/happenings'],
  ['/calendar/v3/calendars/%E0%A4%A/events'],
  ['/calendar/v3/calendars/primary/events/x/y'],
])('%s is answered 404 and recorded', async (path) => {
  const response = await fetch(rig.google.baseUrl + path);

  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { errors: [{ reason: 'notFound' }] } });
  expect(rig.google.violations).toMatchObject([{ method: 'unknown', where: 'path' }]);
});

test('a parameter that may repeat reaches the calendar as a list, each once decoded', async () => {
  const seen: unknown[] = [];
  const list: Method = (_world, { params }) => {
    seen.push(params);
    return { status: 200, body: { items: [] } };
  };
  const { google } = await startRig({ methods: { 'calendar.events.list': list } });
  const calendarId = 'a/b c@example.com';

  await calendarFor(anna, [eventsScope], google).events.list({
    calendarId,
    privateExtendedProperty: ['bookingId=1'],
    maxResults: 5,
  });

  const params = { calendarId, privateExtendedProperty: ['bookingId=1'], maxResults: '5' };
  expect(seen).toEqual([params]);
  expect(google.violations).toEqual([]);
  await google.close();
});

test('a patch may say null to delete a field; an insert may not', async () => {
  const cleared: Method = () => ({ status: 200, body: { id: 'abc12' } });
  const { google } = await startRig({ methods: { 'calendar.events.patch': cleared } });
  const place = { calendarId: 'primary', eventId: 'abc12' };
  const requestBody = { location: null };

  await calendarFor(anna, [eventsScope], google).events.patch({ ...place, requestBody });
  const failure = await failureOf(
    calendarFor(anna).events.insert({
      calendarId: 'primary',
      requestBody: { ...event, location: null },
    }),
  );

  expect(google.violations).toEqual([]);
  expect(failure.status).toBe(400);
  expect(rig.google.violations).toMatchObject([{ where: 'body', faults: [{ field: 'location' }] }]);
  await google.close();
});

test('an answer that Google would not give is recorded', async () => {
  const wrong: Method = () => ({ status: 200, body: { items: [{ id: 7 }], surprise: true } });
  const { google } = await startRig({ methods: { 'calendar.calendarList.list': wrong } });

  await calendarFor(anna, [listScope], google).calendarList.list();

  const fields = google.violations.flatMap(({ faults }) => faults.map(({ field }) => field));
  expect(fields).toEqual(['surprise', 'items.0.id']);
  await google.close();
});

test('a body that is no JSON is answered 400 in Google’s shape', async () => {
  const token = await oauthClient(
    rig.google,
    rig.google.grantFor(anna, [eventsScope]),
  ).getAccessToken();
  const headers = { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' };
  const url = `${rig.google.baseUrl}/calendar/v3/calendars/primary/events`;

  const response = await fetch(url, { method: 'POST', headers, body: '{"id":' });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { errors: [{ reason: 'parseError' }] } });
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

// Google's description of Calendar v3, held against what is asked of the sandbox and what it answers.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Method } from '../../../src/sandbox/google/api/call.ts';
import {
  anna,
  calendarOf,
  eventsScope,
  failureOf,
  listScope,
  oauthClient,
  startRig,
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

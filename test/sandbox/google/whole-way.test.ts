// The calendar behind its door: the real client library, over HTTP, with the scopes that the service asks for.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { methods } from '../../../src/sandbox/google/api/methods.ts';
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
  type Rig,
} from './rig.ts';

let rig: Rig;
let api: calendar_v3.Calendar;

const calendarId = 'primary';
const eventId = '0123456789abcdef0123456789abcdef';
const requestBody = {
  id: eventId,
  summary: 'Check-up',
  start: { dateTime: '2026-03-03T09:00:00Z', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-03-03T09:30:00Z', timeZone: 'Europe/Berlin' },
  attendees: [{ email: ben }],
  extendedProperties: { private: { bookingId: '7' } },
  conferenceData: {
    createRequest: { requestId: '7', conferenceSolutionKey: { type: 'hangoutsMeet' } },
  },
};
const told = { calendarId, sendUpdates: 'all', conferenceDataVersion: 1 } as const;

beforeEach(async () => {
  rig = await startRig({ methods });
  const scopes = [listScope, eventsScope, busyScope];
  api = calendarOf(rig.google, oauthClient(rig.google, rig.google.grantFor(anna, scopes)));
});

afterEach(async () => {
  const { violations } = rig.google;
  await rig.google.close();
  expect(violations).toEqual([]);
});

test('an event is written, found busy, changed, followed and called off', async () => {
  const { data: first } = await api.events.list({ calendarId });
  const { data: written } = await api.events.insert({ ...told, requestBody });
  const { data: busy } = await api.freebusy.query({
    requestBody: {
      timeMin: '2026-03-03T00:00:00Z',
      timeMax: '2026-03-04T00:00:00Z',
      items: [{ id: anna }],
    },
  });
  const { data: read } = await api.events.get({ calendarId, eventId });
  const headers = { 'If-Match': read.etag! };
  const change = { summary: 'Follow-up' };
  await api.events.patch({ ...told, eventId, requestBody: change }, { headers });
  const stale = await failureOf(
    api.events.patch({ ...told, eventId, requestBody: change }, { headers }),
  );
  const { status: removed } = await api.events.delete({ calendarId, eventId, sendUpdates: 'all' });
  const { data: delta } = await api.events.list({ calendarId, syncToken: first.nextSyncToken! });

  expect(written.conferenceData?.createRequest?.status?.statusCode).toBe('pending');
  expect(busy.calendars![anna]!.busy).toEqual([
    { start: '2026-03-03T09:00:00Z', end: '2026-03-03T09:30:00Z' },
  ]);
  expect(read.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\//);
  expect(stale.status).toBe(412);
  expect(removed).toBe(204);
  expect(delta.items).toMatchObject([{ id: eventId, status: 'cancelled', summary: 'Follow-up' }]);
  expect(rig.google.world.invitations.map(({ kind }) => kind)).toEqual([
    'invite',
    'update',
    'cancel',
  ]);
});

test('a repeated insert is a duplicate, and found by its private property', async () => {
  await api.events.insert({ ...told, requestBody });

  const again = await failureOf(api.events.insert({ ...told, requestBody }));
  const { data: found } = await api.events.list({
    calendarId,
    privateExtendedProperty: ['bookingId=7'],
  });

  expect(again).toMatchObject({
    status: 409,
    data: { error: { errors: [{ reason: 'duplicate' }] } },
  });
  expect(found.items!.map(({ id }) => id)).toEqual([eventId]);
});

test('calendars are listed with their roles, and an unknown one is an error of its own', async () => {
  const { data: list } = await api.calendarList.list();
  const { data: busy } = await api.freebusy.query({
    requestBody: {
      timeMin: '2026-03-03T00:00:00Z',
      timeMax: '2026-03-04T00:00:00Z',
      items: [{ id: ben }],
    },
  });

  expect(list.items).toMatchObject([{ id: anna, primary: true, accessRole: 'owner' }]);
  expect(busy.calendars![ben]!.errors).toEqual([{ domain: 'global', reason: 'notFound' }]);
});

// What publishing does with the answers that are rare.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { catchUpAccount } from '../../src/calendars/catch-up-account.ts';
import { publishBooking } from '../../src/calendars/publish-booking.ts';
import { sql } from '../../src/database/sql.ts';
import { refusal, startScriptedGoogle, type ScriptedGoogle } from '../google/scripted-google.ts';
import { openRoom, primary, type CalendarRoom } from './calendar-room.ts';
import { agreedOf, cancelBooking, insertBooking } from './room-bookings.ts';

const bookingId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const eventId = '0f8fad5bd9cb469fa16570867728950e';
const events = `/calendar/v3/calendars/${encodeURIComponent(primary)}/events`;

let scripted: ScriptedGoogle;
let room: CalendarRoom;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  room = await openRoom(scripted.google);
  await insertBooking(room, bookingId);
});
afterEach(async () => {
  await room.close();
  await scripted.close();
});

function theirs(change: object = {}) {
  const ours = { private: { bookingId, revision: '1' } };
  const times = {
    start: { dateTime: '2026-03-03T10:00:00Z' },
    end: { dateTime: '2026-03-03T10:30:00Z' },
  };
  const event = { id: eventId, etag: '"7"', status: 'confirmed', extendedProperties: ours };
  return { status: 200, body: { ...event, ...times, ...change } };
}

const publish = () => publishBooking(room.parts, { bookingId });
const calls = () => scripted.requests.filter((request) => !request.endsWith('/token'));

test('an insert whose answer was lost is asked again under the same id, and the event adopted', async () => {
  scripted.answer(events, 'reset', refusal(409, 'duplicate'));
  scripted.answer(`${events}/${eventId}`, theirs());
  await publish();

  await publish();

  expect(calls()).toEqual([`POST ${events}`, `POST ${events}`, `GET ${events}/${eventId}`]);
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 1, eventId });
});

test('the event id is kept before Google is called', async () => {
  scripted.answer(events, refusal(503, 'backendError'));

  await publish();

  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: null, eventId });
});

test('an id that belongs to something else is left alone, and a fresh one taken', async () => {
  scripted.answer(events, refusal(409, 'duplicate'), theirs({ id: `${eventId}r2` }));
  scripted.answer(`${events}/${eventId}`, theirs({ extendedProperties: {} }));

  await publish();

  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 1, eventId: `${eventId}r2` });
});

async function publishThenCancel() {
  scripted.answer(events, theirs());
  await publish();
  await cancelBooking(room, bookingId);
}

test('a cancelled event that is gone already is gone', async () => {
  await publishThenCancel();
  scripted.answer(`${events}/${eventId}`, refusal(410, 'deleted'));
  scripted.answer('/calendar/v3/users/me/calendarList', { status: 200, body: { items: [] } });

  await publish();

  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 2, status: 'cancelled' });
});

test('an event that was there and is not found is unknown, not gone: it is tried later', async () => {
  await publishThenCancel();
  room.clock.advance(60_000);
  scripted.answer(`${events}/${eventId}`, refusal(404, 'notFound'));

  await publish();

  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 1 });
  expect(await room.listJobs()).toContain(`publish-booking {"bookingId": "${bookingId}"}`);
});

test('an event that never came to be needs no deletion, once no late insert can land', async () => {
  scripted.answer(events, refusal(503, 'backendError'));
  await publish();
  await cancelBooking(room, bookingId);
  scripted.answer(`${events}/${eventId}`, refusal(404, 'notFound'));
  await publish();
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: null });
  room.clock.advance(60_000);

  await publish();

  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 2 });
});

test.each([
  ['passing', refusal(503, 'backendError'), 1],
  ['rate limit', refusal(429, 'rateLimitExceeded'), 1],
  ['lasting', refusal(400, 'invalid'), 0],
])('a %s refusal is repeated only where that can help', async (_what, answer, repeats) => {
  scripted.answer(events, answer);

  await publish();

  expect(await room.listJobs()).toHaveLength(repeats);
});

test('a revoked account stops publishing; when it is connected again, the booking catches up', async () => {
  scripted.answer('/token', { status: 400, body: { error: 'invalid_grant' } });
  await publish();
  await publish();
  expect(scripted.requests).toEqual(['POST /token']);
  expect(await room.listJobs()).toEqual([`tell-health {"organiserId": "${room.organiserId}"}`]);
  await room.parts.database.query(sql`update google_accounts set state = 'connected'`);

  await catchUpAccount(room.parts, room.organiserId);

  expect(await room.listJobs()).toEqual(
    expect.arrayContaining([
      `publish-booking {"bookingId": "${bookingId}"}`,
      `follow-calendar {"calendarId": "${room.calendarId}"}`,
      `refresh-busy {"organiserId": "${room.organiserId}"}`,
    ]),
  );
});

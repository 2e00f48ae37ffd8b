import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { publishBooking } from '../../src/calendars/publish-booking.ts';
import { sql } from '../../src/database/sql.ts';
import { primary, type CalendarRoom } from './calendar-room.ts';
import { agreedOf, cancelBooking, insertBooking, moveBooking } from './room-bookings.ts';
import { openSandboxRoom, type SandboxRoom } from './sandbox-room.ts';

const bookingId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const eventId = '0f8fad5bd9cb469fa16570867728950e';

let sandboxRoom: SandboxRoom;
let room: CalendarRoom;
beforeEach(async () => {
  sandboxRoom = await openSandboxRoom();
  room = sandboxRoom.room;
  await insertBooking(room, bookingId);
});
afterEach(() => sandboxRoom.close());

const publish = () => publishBooking(room.parts, { bookingId });
const theirs = (id = eventId) => sandboxRoom.google.world.state.events[primary]?.[id]?.event;
const invitations = () => sandboxRoom.google.world.invitations.map(({ kind, to }) => [kind, to]);
const writes = () => sandboxRoom.countCalls(/insert|patch|delete/);

const change = (body: object) =>
  sandboxRoom.callAsOrganiser('calendar.events.patch', eventId, body);
const remove = () => sandboxRoom.callAsOrganiser('calendar.events.delete', eventId);

test('a confirmed booking stands in the calendar, and the attendee is invited', async () => {
  await publish();

  expect(theirs()).toMatchObject({
    summary: 'Visit: Ada Example with Mira Example',
    attendees: [{ email: 'ada@example.org', displayName: 'Ada Example' }],
    guestsCanInviteOthers: false,
    extendedProperties: { private: { bookingId } },
  });
  expect(invitations()).toEqual([['invite', 'ada@example.org']]);
  expect(await agreedOf(room, bookingId)).toMatchObject({
    revision: 1,
    status: 'confirmed',
    eventId,
    iCalUid: `${eventId}@google.com`,
    etag: theirs()!.etag,
  });
});

test('of the form the event says only name and address', async () => {
  await publish();

  const insert = sandboxRoom.google.log.find(({ method }) => method === 'calendar.events.insert');
  const manageUrl = /https:\/\/book\.example\.com\/bookings\/[\w-]{43}/;
  const said = JSON.stringify(insert!.body);
  expect(said).toMatch(manageUrl);
  // The link's token is random: it may spell anything.
  expect(said.replace(manageUrl, '').replaceAll(eventId, '').replaceAll(bookingId, '')).not.toMatch(
    /5550199|71|female|Sample Lane|penicillin|knee/,
  );
});

test('after publishing, the busy time is read again', async () => {
  await publish();

  expect(await room.listJobs()).toEqual([`refresh-busy {"organiserId": "${room.organiserId}"}`]);
});

test('published twice, and four times at once, it is one event and one invitation', async () => {
  await Promise.all([publish(), publish(), publish(), publish()]);
  await publish();

  expect(Object.keys(sandboxRoom.google.world.state.events[primary]!)).toEqual([eventId]);
  expect(invitations()).toEqual([['invite', 'ada@example.org']]);
});

test.each(['commit_then_reset', 'malformed'] as const)(
  'an insert that was done but answered by %s makes no second event',
  async (fault) => {
    sandboxRoom.google.faults.add({ method: 'calendar.events.insert', fault });
    await publish();

    await publish();

    expect(Object.keys(sandboxRoom.google.world.state.events[primary]!)).toEqual([eventId]);
    expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 1 });
  },
);

test('a booking that moved takes its event along; what the organiser edited stays', async () => {
  await publish();
  change({
    summary: 'Ada, knee',
    description: 'bring the X-ray',
    attendees: [{ email: 'ada@example.org' }, { email: 'colleague@example.com' }],
  });
  await moveBooking(room, bookingId);

  await publish();

  expect(theirs()).toMatchObject({
    start: { dateTime: '2026-03-03T15:00:00.000Z' },
    end: { dateTime: '2026-03-03T15:30:00.000Z' },
    summary: 'Ada, knee',
    description: 'bring the X-ray',
    attendees: [{ email: 'ada@example.org' }, { email: 'colleague@example.com' }],
    extendedProperties: { private: { bookingId, revision: '2' } },
  });
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 2, etag: theirs()!.etag });
});

test('an event that changes between our look and our patch is looked at again', async () => {
  await publish();
  await moveBooking(room, bookingId);
  sandboxRoom.google.faults.add({ method: 'calendar.events.patch', fault: 'conditionNotMet' });

  await publish();

  expect(theirs()).toMatchObject({ start: { dateTime: '2026-03-03T15:00:00.000Z' } });
});

test('a late run does not undo a later one', async () => {
  await publish();
  await moveBooking(room, bookingId);
  await Promise.all([publish(), publish(), publish()]);
  await room.parts.database.query(sql`update bookings set revision = 3 where id = ${bookingId}`);

  await Promise.all([publish(), publish()]);

  expect(theirs()).toMatchObject({ start: { dateTime: '2026-03-03T15:00:00.000Z' } });
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 3 });
});

test('an event that the organiser moved before we had its answer is followed, not moved back', async () => {
  sandboxRoom.google.faults.add({ method: 'calendar.events.insert', fault: 'commit_then_reset' });
  await publish();
  const end = { dateTime: '2026-03-03T12:30:00Z' };
  change({ start: { dateTime: '2026-03-03T12:00:00Z' }, end });

  await publish();

  expect(theirs()).toMatchObject({ start: { dateTime: '2026-03-03T12:00:00.000Z' } });
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 2, etag: theirs()!.etag });
});

test('a cancelled booking leaves the calendar, and the attendee is told', async () => {
  await publish();
  await cancelBooking(room, bookingId);

  await publish();
  await publish();

  expect(theirs()).toMatchObject({ status: 'cancelled' });
  expect(invitations()).toEqual([
    ['invite', 'ada@example.org'],
    ['cancel', 'ada@example.org'],
  ]);
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 2, status: 'cancelled' });
});

test('cancelled before it was ever published, it never was', async () => {
  await cancelBooking(room, bookingId);

  await publish();

  expect(writes()).toBe(0);
});

test('an event that the organiser deleted does not come back when the attendee moves the booking', async () => {
  await publish();
  remove();
  await moveBooking(room, bookingId);

  await publish();

  expect(theirs()).toMatchObject({ status: 'cancelled' });
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 3, status: 'cancelled' });
});

test('a booking whose event was deleted before we had its answer is cancelled', async () => {
  sandboxRoom.google.faults.add({ method: 'calendar.events.insert', fault: 'commit_then_reset' });
  await publish();
  remove();

  await publish();

  expect(Object.keys(sandboxRoom.google.world.state.events[primary]!)).toEqual([eventId]);
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 2, status: 'cancelled' });
});

test('a Meet link that takes a while is fetched when it is there', async () => {
  await room.parts.database.query(sql`update event_types set place = '{"kind": "meet"}'`);
  sandboxRoom.google.world.switches.meet.delaySeconds = 4;
  await publish();
  expect(await agreedOf(room, bookingId)).toMatchObject({ revision: 1, conferenceLink: null });
  expect(await room.listJobs()).toContain(`publish-booking {"bookingId": "${bookingId}"}`);
  room.clock.advance(5000);

  await publish();

  const { conferenceLink } = await agreedOf(room, bookingId);
  expect(conferenceLink).toMatch(/^https:\/\/meet\.google\.com\//);
});

test('a place that is an address stands in the event', async () => {
  await room.parts.database.query(
    sql`update event_types set place = '{"kind": "in_person", "address": "Ward 3"}'`,
  );

  await publish();

  expect(theirs()).toMatchObject({ location: 'Ward 3' });
});

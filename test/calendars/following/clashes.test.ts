// A booking that is dragged to where another one stands: it follows, outside of the constraint, until one of the two goes.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { getBooking } from '../../../src/bookings/booking-queries.ts';
import { cancelBooking } from '../../../src/bookings/cancel-booking.ts';
import { sweepBookings } from '../../../src/bookings/sweep-bookings.ts';
import { publishBooking } from '../../../src/calendars/publish-booking.ts';
import { sql } from '../../../src/database/sql.ts';
import { moveEvent, removeEvent, resizeEvent } from '../../../src/sandbox/google/people/events.ts';
import { primary } from '../calendar-room.ts';
import { insertBooking } from '../room-bookings.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
beforeEach(async () => {
  room = await openFollowRoom();
});
afterEach(() => room.close());

test('an event that was made longer makes the booking longer, with its buffers', async () => {
  await room.parts.database.query(sql`update event_types set buffer_after_minutes = 15`);
  resizeEvent(room.world, room.place, at(11));

  await room.read();

  expect(await room.booking()).toMatchObject({
    startsAt: at(10),
    endsAt: at(11),
    blocked: { from: at(10), to: at(11, 15) },
  });
  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

test('a booking that is dragged onto another follows, clashing, and the organiser is asked to resolve it', async () => {
  const other = await insertAt(14);
  moveEvent(room.world, room.place, at(14, 15));

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14, 15), clashing: true });
  expect(await getBooking(room.parts.database, other)).toMatchObject({ clashing: false });
  expect(await room.mails()).toEqual(['moved', 'organiser-clash']);
});

test('two bookings that change places in one reading clash with nobody once both have moved', async () => {
  const other = await insertAt(14);
  await publishBooking(room.parts, { bookingId: other });
  await room.read();
  moveEvent(room.world, room.place, at(14));
  moveEvent(room.world, { calendarId: primary, eventId: other.replaceAll('-', '') }, at(10));

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14), clashing: false });
  expect(await getBooking(room.parts.database, other)).toMatchObject({
    startsAt: at(10),
    clashing: false,
  });
});

test('a booking that is dragged into the buffer of another clashes with it', async () => {
  await room.parts.database.query(sql`update event_types set buffer_before_minutes = 15`);
  await insertAt(14);
  moveEvent(room.world, room.place, at(14, 30));

  await room.read();

  expect(await room.booking()).toMatchObject({ clashing: true });
});

test('a booking that clashed is back in the constraint when the other ends', async () => {
  const other = await insertAt(14);
  moveEvent(room.world, room.place, at(14));
  await room.read();
  await cancelBooking(room.parts, { bookingId: other, actor: 'organiser' });

  await sweepBookings(room.parts);

  expect(await room.booking()).toMatchObject({ clashing: false });
});

test('a booking that clashed is back in the constraint when it is dragged away again', async () => {
  await insertAt(14);
  moveEvent(room.world, room.place, at(14));
  await room.read();
  room.aWhile();
  moveEvent(room.world, room.place, at(16));

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(16), clashing: false });
});

test('while both stand, neither is back in the constraint', async () => {
  await insertAt(14);
  moveEvent(room.world, room.place, at(14));
  await room.read();

  await sweepBookings(room.parts);

  expect(await room.booking()).toMatchObject({ clashing: true });
});

test('a booking that is dragged to where another was deleted at the same time does not clash', async () => {
  const other = await publishAt(14);
  moveEvent(room.world, room.place, at(14));
  removeEvent(room.world, { calendarId: primary, eventId: other.replaceAll('-', '') });

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14), clashing: false });
  expect(await room.mails()).toEqual(['cancelled', 'moved', 'organiser-followed']);
});

test('while Google does not say where a deleted event went, what was moved is followed', async () => {
  const other = await publishAt(9);
  moveEvent(room.world, room.place, at(14));
  removeEvent(room.world, { calendarId: primary, eventId: other.replaceAll('-', '') });
  const list = 'calendar.calendarList.list';
  room.google.faults.add({ method: list, fault: 'serviceUnavailable', times: 'until_cleared' });

  await room.read();
  const meanwhile = await room.mails();
  room.google.faults.clear();
  await room.read();

  expect(meanwhile).toEqual(['moved', 'organiser-followed']);
  expect(await room.mails()).toEqual(['cancelled']);
});

test('a time that is only held gives way by itself', async () => {
  const id = await insertAt(14);
  await room.parts.database.query(sql`
    update bookings set state = 'held', expires_at = '2026-03-02T12:30Z' where id = ${id}`);
  moveEvent(room.world, room.place, at(14));
  await room.read();
  const meanwhile = await room.booking();
  room.room.clock.set('2026-03-02T12:30:00Z');

  await sweepBookings(room.parts);

  expect(meanwhile).toMatchObject({ clashing: true });
  expect(await room.booking()).toMatchObject({ clashing: false });
  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

async function publishAt(hour: number): Promise<string> {
  const bookingId = await insertAt(hour);
  await publishBooking(room.parts, { bookingId });
  await room.read();
  return bookingId;
}

function insertAt(hour: number): Promise<string> {
  return insertBooking(room.room, randomUUID(), at(hour));
}

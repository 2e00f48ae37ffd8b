// What became of an event that a booking cannot simply follow: told to the organiser, never guessed at.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eraseBookings } from '../../../src/attendees/erasure-queries.ts';
import { hasBeenSent, insertSentMail } from '../../../src/bookings/sent-mail-queries.ts';
import { followCalendar } from '../../../src/calendars/following/follow-calendar.ts';
import { sql } from '../../../src/database/sql.ts';
import { restoreEvent } from '../../../src/sandbox/google/people/bin.ts';
import { shareCalendar } from '../../../src/sandbox/google/people/calendars.ts';
import {
  change,
  makeAllDay,
  makeRecurring,
  moveEvent,
  moveToCalendar,
  removeEvent,
} from '../../../src/sandbox/google/people/events.ts';
import { primary } from '../calendar-room.ts';
import { cancelBooking, insertBooking, moveBooking } from '../room-bookings.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
beforeEach(async () => {
  room = await openFollowRoom();
});
afterEach(() => room.close());

const flag = async () => {
  const booking = await room.booking();
  return 'event' in booking ? booking.event.calendarFlag : null;
};

test('an event that lasts all day now is flagged, once, and the booking keeps its time', async () => {
  makeAllDay(room.world, room.place);
  await room.read();

  await room.read();

  expect(await flag()).toBe('all_day');
  expect(await room.booking()).toMatchObject({ state: 'confirmed', startsAt: at(10) });
  expect(await room.mails()).toEqual(['organiser-flagged']);
});

test('an event that has a time again is followed, and the flag is down', async () => {
  makeAllDay(room.world, room.place);
  await room.read();
  await room.mails();
  moveEvent(room.world, room.place, at(14));

  await room.read();

  expect(await flag()).toBeNull();
  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

test('what has been flagged and mended is told anew when it becomes so again', async () => {
  makeAllDay(room.world, room.place);
  await room.read();
  await sent();
  moveEvent(room.world, room.place, at(10), at(10, 30));
  await room.read();
  room.aWhile();
  makeAllDay(room.world, room.place);

  await room.read();

  const mail = { bookingId: room.bookingId, message: 'organiser-flagged', revision: 1 } as const;
  expect(await room.mails()).toEqual(['organiser-flagged']);
  expect(await hasBeenSent(room.parts.database, mail)).toBe(false);
});

test('an event that lasts all day gets its time back when the attendee moves the booking', async () => {
  makeAllDay(room.world, room.place);
  await room.read();
  room.aWhile();
  await moveBooking(room.room, room.bookingId);

  await room.publish();

  expect(room.event()!.start).toMatchObject({ dateTime: at(15).toISOString() });
  expect(await flag()).toBeNull();
});

test('an event that was made a series is flagged, and the booking keeps its time', async () => {
  makeRecurring(room.world, room.place, 'FREQ=WEEKLY');

  await room.read();

  expect(await flag()).toBe('recurring');
  expect(await room.booking()).toMatchObject({ state: 'confirmed', startsAt: at(10) });
  expect(await room.mails()).toEqual(['organiser-flagged']);
});

test('a series is neither moved nor deleted for the sake of one booking', async () => {
  makeRecurring(room.world, room.place, 'FREQ=WEEKLY');
  room.aWhile();
  await moveBooking(room.room, room.bookingId);
  await room.publish();
  room.aWhile();
  await cancelBooking(room.room, room.bookingId);

  await room.publish();

  expect(room.event()).toMatchObject({
    status: 'confirmed',
    start: { dateTime: at(10).toISOString() },
  });
  expect(await flag()).toBe('recurring');
});

test('what the attendee chose while it was a series is published once it is none any more', async () => {
  makeRecurring(room.world, room.place, 'FREQ=WEEKLY');
  await room.read();
  room.aWhile();
  await moveBooking(room.room, room.bookingId);
  await room.publish();
  await room.mails();
  room.aWhile();
  change(room.world, room.place, { recurrence: null });

  await room.read();
  await room.publish();

  expect(await room.booking()).toMatchObject({ startsAt: at(15), event: { calendarFlag: null } });
  expect(room.event()!.start).toMatchObject({ dateTime: at(15).toISOString() });
  expect(await room.mails()).toEqual([]);
});

test('what the attendee cancelled while it was a series goes once it is none any more', async () => {
  makeRecurring(room.world, room.place, 'FREQ=WEEKLY');
  await room.read();
  room.aWhile();
  await cancelBooking(room.room, room.bookingId);
  await room.publish();
  room.aWhile();
  change(room.world, room.place, { recurrence: null });

  await room.read();
  await room.publish();

  expect(room.event()).toMatchObject({ status: 'cancelled' });
  expect(await flag()).toBeNull();
});

test('an event that was moved to another calendar of the account is followed there', async () => {
  const other = addCalendar('Practice');
  moveToCalendar(room.world, room.place, other);

  await room.read();

  expect(await room.booking()).toMatchObject({
    state: 'confirmed',
    event: { calendarId: await calendarIdOf(other), calendarFlag: null },
  });
  expect(await room.mails()).toEqual([]);
});

test('what happens to it in the other calendar is followed, too', async () => {
  const other = addCalendar('Practice');
  moveToCalendar(room.world, room.place, other);
  await room.read();
  const there = { ...room.place, calendarId: other };
  room.aWhile();
  moveEvent(room.world, there, at(14));

  await followCalendar(room.parts, { calendarId: await calendarIdOf(other) });

  expect(await room.booking()).toMatchObject({ startsAt: at(14) });
  expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
});

test('a booking that moves or ends before we knew of the other calendar does so there', async () => {
  const other = addCalendar('Practice');
  moveToCalendar(room.world, room.place, other);
  room.aWhile();
  await moveBooking(room.room, room.bookingId);
  await room.publish();
  const moved = room.event(other);
  await cancelBooking(room.room, room.bookingId);

  await room.publish();

  expect(moved).toMatchObject({ start: { dateTime: at(15).toISOString() } });
  expect(room.event(other)).toMatchObject({ status: 'cancelled' });
  expect(room.event()).toMatchObject({ status: 'cancelled' });
});

test.each(['read', 'publish'] as const)(
  'what the attendee cancelled is taken out of the other calendar, whoever looks first (%s)',
  async (first) => {
    const other = addCalendar('Practice');
    moveToCalendar(room.world, room.place, other);
    room.aWhile();
    await cancelBooking(room.room, room.bookingId);

    await room[first]();
    await room.publish();

    expect(room.event(other)).toMatchObject({ status: 'cancelled' });
  },
);

test.each(['read', 'publish'] as const)(
  'what the attendee cancelled and we cannot reach stays flagged, whoever looks first (%s)',
  async (first) => {
    room.world.addAccount({ address: 'ward@example.com' });
    shareCalendar(room.world, 'ward@example.com', primary, 'writer');
    moveToCalendar(room.world, room.place, 'ward@example.com');
    room.aWhile();
    await cancelBooking(room.room, room.bookingId);

    await room[first]();
    await room.publish();
    await room.read();

    expect(await flag()).toBe('moved_away');
    expect(await room.mails()).toEqual(['organiser-flagged']);
  },
);

test('an event that was moved to somebody else’s calendar is flagged, and the booking keeps its time', async () => {
  room.world.addAccount({ address: 'ward@example.com' });
  shareCalendar(room.world, 'ward@example.com', primary, 'writer');
  moveToCalendar(room.world, room.place, 'ward@example.com');

  await room.read();

  expect(await flag()).toBe('moved_away');
  expect(await room.booking()).toMatchObject({ state: 'confirmed', startsAt: at(10) });
  expect(await room.mails()).toEqual(['organiser-flagged']);
});

test('a booking that ended with its event is on again when the event is taken out of the bin', async () => {
  removeEvent(room.world, room.place);
  await room.read();
  await room.mails();
  room.aWhile();
  restoreEvent(room.world, room.place);

  await room.read();
  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'confirmed', changedBy: 'google' });
  expect(await room.mails()).toEqual(['restored']);
});

test('a booking that is on again where another was made meanwhile clashes', async () => {
  removeEvent(room.world, room.place);
  await room.read();
  await room.mails();
  await insertBooking(room.room);
  room.aWhile();
  restoreEvent(room.world, room.place);

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'confirmed', clashing: true });
  expect(await room.mails()).toEqual(['organiser-clash', 'restored']);
});

test('what the attendee has cancelled stays so when its event is taken out of the bin, and is flagged', async () => {
  room.aWhile();
  await cancelBooking(room.room, room.bookingId);
  await room.publish();
  room.aWhile();
  restoreEvent(room.world, room.place);

  await room.read();
  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled' });
  expect(await flag()).toBe('restored');
  expect(await room.mails()).toEqual(['organiser-flagged']);
});

test('a booking whose attendee was erased is not on again when its event is taken out of the bin', async () => {
  removeEvent(room.world, room.place);
  await room.read();
  await eraseBookings(room.parts.database, [room.bookingId]);
  room.aWhile();
  restoreEvent(room.world, room.place);

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled', attendee: null });
  expect(await flag()).toBe('restored');
});

/** As the mail's job does it. */
async function sent(): Promise<void> {
  const mail = { bookingId: room.bookingId, message: 'organiser-flagged', revision: 1 } as const;
  await insertSentMail(room.parts.database, mail, room.parts.clock(), {
    told: await room.booking(),
  });
  await room.mails();
}

function addCalendar(summary: string): string {
  return room.world.addCalendar({ owner: primary, summary }).id;
}

async function calendarIdOf(googleCalendarId: string): Promise<string> {
  const [row] = await room.parts.database.query<{ id: string }>(
    sql`select id from calendars where google_calendar_id = ${googleCalendarId}`,
  );
  return row!.id;
}

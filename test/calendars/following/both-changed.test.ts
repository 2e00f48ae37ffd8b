// Both sides changed before either knew: a cancellation wins, else the later change, and the other side is told.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cancelBooking as cancel } from '../../../src/bookings/cancel-booking.ts';
import { sql } from '../../../src/database/sql.ts';
import { moveEvent, removeEvent } from '../../../src/sandbox/google/people/events.ts';
import { primary } from '../calendar-room.ts';
import { moveBooking } from '../room-bookings.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
beforeEach(async () => {
  room = await openFollowRoom();
});
afterEach(() => room.close());

async function organiserMoves(hour: number): Promise<void> {
  room.aWhile();
  moveEvent(room.world, room.place, at(hour));
}

/** To 15:00, and nothing of it is published yet. */
async function attendeeMoves(): Promise<void> {
  room.aWhile();
  await moveBooking(room.room, room.bookingId);
}

const bothStandAt = async (hour: number) => {
  expect(await room.booking()).toMatchObject({ state: 'confirmed', startsAt: at(hour) });
  expect(room.event()!.start.dateTime).toBe(at(hour).toISOString());
};

test.each([
  ['reading', 'read'],
  ['publishing', 'publish'],
] as const)(
  'the organiser moved last: %s follows, and the attendee is told',
  async (_which, first) => {
    await attendeeMoves();
    await organiserMoves(17);

    await room[first]();
    await room.publish();
    await room.read();

    await bothStandAt(17);
    expect(await room.mails()).toEqual(['moved', 'organiser-followed']);
  },
);

test.each([
  ['reading', 'read'],
  ['publishing', 'publish'],
] as const)(
  'the attendee moved last: after %s it stands in both, and the organiser is told',
  async (_which, first) => {
    await organiserMoves(17);
    await attendeeMoves();

    await room[first]();
    await room.publish();
    await room.read();

    await bothStandAt(15);
    expect(await room.mails()).toEqual(['organiser-overruled']);
  },
);

test('the organiser deleted it, the attendee moved it later: it is cancelled, and both are told', async () => {
  removeEvent(room.world, room.place);
  await attendeeMoves();

  await room.publish();
  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled', changedBy: 'google' });
  expect(room.event()).toMatchObject({ status: 'cancelled' });
  expect(await room.mails()).toEqual(['cancelled', 'organiser-cancelled']);
});

test('the attendee cancelled, the organiser moved it later: it is cancelled', async () => {
  room.aWhile();
  await cancel(room.parts, { bookingId: room.bookingId, actor: 'attendee' });
  await organiserMoves(17);

  await room.read();
  await room.publish();
  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled', changedBy: 'attendee' });
  expect(room.event()).toMatchObject({ status: 'cancelled' });
  expect(await room.mails()).toEqual(['cancelled', 'organiser-cancelled']);
});

test('a booking stays in the calendar that it was written to when the organiser chooses another', async () => {
  const other = room.world.addCalendar({ owner: primary, summary: 'Practice' }).id;
  await room.parts.database.query(sql`
    insert into calendars (organiser_id, google_account_id, google_calendar_id, title, time_zone, access_role,
      is_primary, counts_as_busy)
    select organiser_id, google_account_id, ${other}, 'Practice', time_zone, 'owner', false, false from calendars`);
  await room.parts.database.query(sql`
    update organisers set booking_calendar_id = (select id from calendars where title = 'Practice')`);
  await attendeeMoves();

  await room.publish();

  await bothStandAt(15);
  expect(room.event(other)).toBeUndefined();
});

// A booking that is written to a calendar while that calendar is read for the first time.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { getBooking } from '../../../src/bookings/booking-queries.ts';
import { followCalendar } from '../../../src/calendars/following/follow-calendar.ts';
import { publishBooking } from '../../../src/calendars/publish-booking.ts';
import { primary } from '../calendar-room.ts';
import { insertBooking } from '../room-bookings.ts';
import { openSandboxRoom } from '../sandbox-room.ts';
import { at } from './follow-room.ts';

let sandboxRoom: Awaited<ReturnType<typeof openSandboxRoom>>;
beforeEach(async () => {
  sandboxRoom = await openSandboxRoom();
});
afterEach(() => sandboxRoom.close());

test.each([
  ['has the event before we know that it is there', 'calendar.events.insert'],
  ['was made before the event, and is looked at after', 'calendar.events.list'],
])('the booking stands, once, where the list %s', async (_when, method) => {
  const { room, google } = sandboxRoom;
  const { parts, calendarId } = room;
  const bookingId = await insertBooking(room);
  google.faults.add({ method, fault: 'slow_body', delayMs: 300 });

  await Promise.all([
    publishBooking(parts, { bookingId }),
    followCalendar(parts, { calendarId }),
    followCalendar(parts, { calendarId }),
  ]);
  await followCalendar(parts, { calendarId });

  const calls = google.log.map((call) => call.method);
  expect(await getBooking(parts.database, bookingId)).toMatchObject({
    state: 'confirmed',
    startsAt: at(10),
    revision: 1,
    event: { agreedRevision: 1, calendarFlag: null },
  });
  expect(Object.keys(google.world.state.events[primary]!)).toHaveLength(1);
  expect(calls.filter((call) => /patch|delete/.test(call))).toEqual([]);
  expect((await room.listJobs()).filter((job) => job.startsWith('send-mail'))).toEqual([]);
});

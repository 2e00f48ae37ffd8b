// A published booking in a calendar room, the people who change its event, and a reading when the test says so. No mail
// goes out: a test sees what is put in line.
import { getBooking } from '../../../src/bookings/booking-queries.ts';
import { followCalendar } from '../../../src/calendars/following/follow-calendar.ts';
import { publishBooking } from '../../../src/calendars/publish-booking.ts';
import { sql } from '../../../src/database/sql.ts';
import { primary } from '../calendar-room.ts';
import { insertBooking } from '../room-bookings.ts';
import { openSandboxRoom } from '../sandbox-room.ts';

export type FollowRoom = Awaited<ReturnType<typeof openFollowRoom>>;

/** The booking stands at 10:00, and Google has it. */
export async function openFollowRoom() {
  const sandboxRoom = await openSandboxRoom();
  const { room, google } = sandboxRoom;
  const { parts, clock, calendarId } = room;
  const bookingId = await insertBooking(room);
  const eventId = bookingId.replaceAll('-', '');
  const place = { calendarId: primary, eventId };
  /** Google's changes and ours lie apart in time, as they do. */
  const aWhile = () => clock.advance(5000);
  const publish = () => publishBooking(parts, { bookingId });
  const read = async (isPushed = false) => {
    aWhile();
    await followCalendar(parts, { calendarId, isPushed });
  };
  await publish();
  await read();
  await parts.database.query(sql`delete from jobs.job`);
  return {
    ...sandboxRoom,
    world: google.world,
    parts,
    bookingId,
    place,
    aWhile,
    publish,
    read,
    booking: () => getBooking(parts.database, bookingId),
    event: (calendar = primary) => google.world.state.events[calendar]?.[eventId]?.event,
    /** The mails that were put in line since the last question. */
    mails: async () => {
      const rows = await parts.database.query<{ message: string }>(sql`
        delete from jobs.job where name = 'send-mail' returning data->>'message' as message`);
      return rows.map(({ message }) => message).toSorted();
    },
    syncState: async () => {
      const [row] = await parts.database.query<{ token: string | null; error: string | null }>(sql`
        select sync_token as token, error from followed_calendars where calendar_id = ${calendarId}`);
      return row;
    },
  };
}

export const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 3, hour, minute));

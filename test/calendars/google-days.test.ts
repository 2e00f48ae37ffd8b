// The organiser's days as the sandbox Google tells them: what counts as busy, and what an account may no longer do.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { packed, packedInstants } from '../../src/availability/intervals.ts';
import { listAccounts } from '../../src/calendars/account-queries.ts';
import { listCalendars } from '../../src/calendars/calendar-queries.ts';
import { checkBusy } from '../../src/calendars/check-busy.ts';
import { publishBooking } from '../../src/calendars/publish-booking.ts';
import { readBusy } from '../../src/calendars/read-busy.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { syncCalendarList } from '../../src/calendars/sync-calendar-list.ts';
import { sql } from '../../src/database/sql.ts';
import { primary } from './calendar-room.ts';
import { insertBooking } from './room-bookings.ts';
import { openSandboxRoom, type SandboxRoom } from './sandbox-room.ts';

const window = { from: new Date('2026-03-02T12:00:00Z'), to: new Date('2026-03-10T00:00:00Z') };
const ten = new Date('2026-03-03T10:00:00Z');
const halfPast = new Date('2026-03-03T10:30:00Z');

let sandboxRoom: SandboxRoom;
beforeEach(async () => {
  sandboxRoom = await openSandboxRoom();
});
afterEach(() => sandboxRoom.close());

const read = () => {
  const { parts, organiserId } = sandboxRoom.room;
  return readBusy(parts, organiserId, window);
};

const add = (body: object) => sandboxRoom.insertAsOrganiser(body);
const timed = (from: string, to: string) => ({
  start: { dateTime: `2026-03-03T${from}Z` },
  end: { dateTime: `2026-03-03T${to}Z` },
});

test('events are busy, transparent ones are not, and a whole day is a day of the calendar’s zone', async () => {
  add({ ...timed('10:00:00', '10:30:00') });
  add({ ...timed('12:00:00', '13:00:00'), transparency: 'transparent' });
  add({ start: { date: '2026-03-05' }, end: { date: '2026-03-06' } });

  const { busy } = await read();

  expect(busy).toEqual(
    packedInstants([
      { start: ten, end: halfPast },
      { start: new Date('2026-03-04T23:00:00Z'), end: new Date('2026-03-05T23:00:00Z') },
    ]),
  );
});

test('a horizon of a year is read in parts, without a gap', async () => {
  const { parts, organiserId } = sandboxRoom.room;
  await parts.database.query(sql`update event_types set horizon_days = 365`);
  add({
    start: { dateTime: '2026-03-03T07:00:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-03-03T08:00:00', timeZone: 'Europe/Berlin' },
    recurrence: ['RRULE:FREQ=DAILY;COUNT=366'],
  });

  const { busy } = await readBusy(parts, organiserId, {
    ...window,
    to: new Date('2027-03-02T12:00:00Z'),
  });

  expect(busy).toHaveLength(366 * 2);
});

test('a calendar that is no longer shared takes the slots offline', async () => {
  const { room, google } = sandboxRoom;
  google.world.addAccount({ address: 'team@example.com' });
  google.world.share('team@example.com', primary, 'freeBusyReader');
  const [account] = await listAccounts(room.parts.database, room.organiserId);
  await syncCalendarList(room.parts, room.parts.database, account!);
  await room.parts.database.query(sql`update calendars set counts_as_busy = true`);
  expect(await listCalendars(room.parts.database, room.organiserId)).toHaveLength(2);
  await read();
  google.world.share('team@example.com', primary, 'none');

  await refreshBusy(room.parts, { organiserId: room.organiserId });

  await expect(read()).rejects.toMatchObject({ code: 'calendar_unavailable' });
});

test('a booking published to Google is busy there, but not for its own move', async () => {
  const { parts, organiserId, calendarId } = sandboxRoom.room;
  const bookingId = await insertBooking(sandboxRoom.room);
  await publishBooking(parts, { bookingId });
  const range = { from: ten, to: halfPast };
  const eventId = bookingId.replaceAll('-', '');
  const own = { calendarId, eventId, startsAt: ten, endsAt: halfPast };

  const others = await checkBusy(parts, organiserId, range);
  const itself = await checkBusy(parts, organiserId, range, { excluding: own });

  expect(others.busy).toEqual(packedInstants([{ start: ten, end: halfPast }]));
  expect(itself.busy).toEqual(packed([]));
});

test.each([
  ['revoked', 'oauth.token', 'invalid_grant'],
  ['short of a scope', 'calendar.freebusy.query', 'insufficientPermissions'],
] as const)('a %s grant needs reconnecting', async (_what, method, fault) => {
  const { room, google } = sandboxRoom;
  google.faults.add({ method, fault, times: 'until_cleared' });

  await expect(read()).rejects.toMatchObject({ code: 'calendar_unavailable' });

  const [account] = await listAccounts(room.parts.database, room.organiserId);
  expect(account!.state).toBe('needs_reconnect');
});

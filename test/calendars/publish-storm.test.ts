// Runs of publishing that overlap, meet faults, and come while the booking goes on changing.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishBooking } from '../../src/calendars/publish-booking.ts';
import { sql } from '../../src/database/sql.ts';
import type { Fault } from '../../src/sandbox/google/faults/faults.ts';
import { primary } from './calendar-room.ts';
import { cancelBooking, insertBooking } from './room-bookings.ts';
import { openSandboxRoom, type SandboxRoom } from './sandbox-room.ts';

let sandboxRoom: SandboxRoom;
beforeEach(async () => {
  sandboxRoom = await openSandboxRoom();
});
afterEach(() => sandboxRoom.close());

const faults = fc.constantFrom<Fault>(
  'reset',
  'commit_then_reset',
  'malformed',
  'serviceUnavailable',
  'conditionNotMet',
);

const step = fc.record({
  hour: fc.integer({ min: 8, max: 18 }),
  runs: fc.integer({ min: 0, max: 3 }),
  fault: fc.option(faults),
});

const storm = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  ends: fc.boolean(),
});

test('whatever happens on the way, in the end Google has the booking as it stands, and once', async () => {
  await fc.assert(
    fc.asyncProperty(storm, async ({ steps, ends }) => {
      const { room, google } = sandboxRoom;
      const bookingId = await insertBooking(room);
      const publish = () => publishBooking(room.parts, { bookingId });
      const runs: Promise<void>[] = [publish()];
      for (const { hour, runs: count, fault } of steps) {
        if (fault) google.faults.add({ method: '*', fault });
        await moveTo(bookingId, hour);
        for (let run = 0; run < count; run++) runs.push(publish());
      }
      if (ends) await cancelBooking(room, bookingId);
      await Promise.all(runs);
      google.faults.clear();
      room.clock.advance(60_000);

      await publish();

      expect(theirTimes(bookingId)).toEqual(ends ? [] : [await ourTime(bookingId)]);
      await room.parts.database.query(sql`delete from bookings`);
    }),
    { numRuns: 40 },
  );
}, 60_000);

async function moveTo(bookingId: string, hour: number): Promise<void> {
  const startsAt = new Date(Date.UTC(2026, 2, 4, hour));
  const endsAt = new Date(Date.UTC(2026, 2, 4, hour, 30));
  await sandboxRoom.room.parts.database.query(sql`
    update bookings set starts_at = ${startsAt}, ends_at = ${endsAt}, revision = revision + 1,
      blocked = tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
    where id = ${bookingId}`);
}

async function ourTime(bookingId: string): Promise<string> {
  const [row] = await sandboxRoom.room.parts.database.query<{ startsAt: Date }>(sql`
    select starts_at as "startsAt" from bookings where id = ${bookingId}`);
  return row!.startsAt.toISOString();
}

function theirTimes(bookingId: string): (string | undefined)[] {
  const stored = Object.values(sandboxRoom.google.world.state.events[primary]!);
  return stored
    .map(({ event }) => event)
    .filter((event) => event.extendedProperties?.private?.['bookingId'] === bookingId)
    .filter((event) => event.status !== 'cancelled')
    .map((event) => event.start.dateTime);
}

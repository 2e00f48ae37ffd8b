// The organiser in Google, the attendee with us, readings and publishing in any order, and faults on the way.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from '../../../src/database/sql.ts';
import { expireSyncTokens } from '../../../src/sandbox/google/events/event-sync.ts';
import type { Fault } from '../../../src/sandbox/google/faults/faults.ts';
import { restoreEvent } from '../../../src/sandbox/google/people/bin.ts';
import { moveEvent, removeEvent, retitleEvent } from '../../../src/sandbox/google/people/events.ts';
import { answerInvitation } from '../../../src/sandbox/google/people/guests.ts';
import { primary } from '../calendar-room.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
beforeEach(async () => {
  room = await openFollowRoom();
});
afterEach(() => room.close());

const hour = fc.integer({ min: 8, max: 18 });
const fault = fc.constantFrom<Fault>(
  'reset',
  'commit_then_reset',
  'malformed',
  'serviceUnavailable',
  'conditionNotMet',
);

type Event =
  | { do: 'organiser moves' | 'attendee moves'; hour: number }
  | { do: 'fault'; fault: Fault }
  | { do: 'organiser deletes' | 'organiser restores' | 'organiser retitles' | 'attendee cancels' }
  | { do: 'attendee answers'; answer: 'accepted' | 'declined' }
  | { do: 'read' | 'publish' | 'both' | 'token ends' };

const event = fc.oneof<fc.Arbitrary<Event>[]>(
  fc.record({ do: fc.constantFrom('organiser moves', 'attendee moves'), hour }),
  fc.record({ do: fc.constant('fault'), fault }),
  fc.record({
    do: fc.constantFrom(
      'organiser deletes',
      'organiser restores',
      'organiser retitles',
      'attendee cancels',
      'token ends',
    ),
  }),
  fc.record({
    do: fc.constant('attendee answers'),
    answer: fc.constantFrom('accepted', 'declined'),
  }),
  fc.record({ do: fc.constantFrom('read', 'publish', 'both') }),
);

test('whatever happened, in the end both sides agree, each change was told once, and nothing echoes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
      await room.parts.database.query(sql`update event_types set on_decline = 'cancel'`);
      for (const happening of events) await happen(happening);

      await settle();

      const count = (what: Event['do']) => events.filter((one) => one.do === what).length;
      const mails = await room.mails();
      const told = (message: string) => mails.filter((mail) => mail === message).length;
      expect(await disagreement()).toBeNull();
      expect(told('moved')).toBeLessThanOrEqual(count('organiser moves'));
      const ends = count('organiser deletes') + count('attendee answers');
      expect(told('cancelled')).toBeLessThanOrEqual(ends);
      expect(told('organiser-flagged')).toBeLessThanOrEqual(count('organiser restores'));
      expect(told('restored')).toBeLessThanOrEqual(count('organiser restores'));
      expect(await echoes()).toEqual([]);
      await startOver();
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function happen(event: Event): Promise<void> {
  room.aWhile();
  switch (event.do) {
    case 'organiser moves':
      return isThere() ? void moveEvent(room.world, room.place, at(event.hour)) : undefined;
    case 'organiser deletes':
      return isThere() ? removeEvent(room.world, room.place) : undefined;
    case 'organiser restores':
      return isThere() ? undefined : void restoreEvent(room.world, room.place);
    case 'organiser retitles':
      return isThere() ? void retitleEvent(room.world, room.place, 'Ada') : undefined;
    case 'attendee answers':
      if (!isThere()) return;
      return answerInvitation(room.world, room.place, 'ada@example.org', {
        responseStatus: event.answer,
      });
    case 'attendee moves':
      return attendeeMoves(at(event.hour), at(event.hour, 30));
    case 'attendee cancels':
      return attendeeCancels();
    case 'fault':
      return void room.google.faults.add({ method: '*', fault: event.fault });
    case 'token ends':
      return expireSyncTokens(room.world, primary);
    case 'read':
      return room.read();
    case 'publish':
      return room.publish();
    case 'both':
      await Promise.all([room.read(), room.publish(), room.publish()]);
  }
}

/** Faults are over; what is in line is done. */
async function settle(): Promise<void> {
  room.google.faults.clear();
  for (let round = 0; round < 3; round++) {
    room.room.clock.advance(3_120_000 / 60);
    await room.read();
    await room.publish();
  }
}

async function disagreement(): Promise<string | null> {
  const booking = await room.booking();
  const { status, start } = room.event()!;
  const flag = 'event' in booking ? booking.event.calendarFlag : null;
  const isOurs = booking.state === 'confirmed';
  if (flag !== null && status === 'cancelled') return `${flag} for nothing`;
  if (isOurs !== (status !== 'cancelled'))
    return flag === 'restored' ? null : `${booking.state}, but ${status}`;
  if (!isOurs || booking.startsAt.toISOString() === start.dateTime) return null;
  return `${booking.startsAt.toISOString()}, but ${start.dateTime}`;
}

/** What another reading and another publishing would still write or tell. */
async function echoes(): Promise<string[]> {
  const before = room.google.log.length;
  await room.read();
  await room.publish();
  const calls = room.google.log.slice(before).map(({ method }) => method);
  return [...calls.filter((call) => /insert|patch|delete/.test(call)), ...(await room.mails())];
}

function isThere(): boolean {
  return room.event()!.status !== 'cancelled';
}

async function attendeeMoves(startsAt: Date, endsAt: Date): Promise<void> {
  await room.parts.database.query(sql`
    update bookings set starts_at = ${startsAt}, ends_at = ${endsAt}, revision = revision + 1,
      blocked = tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz), changed_by = 'attendee',
      changed_at = ${room.parts.clock()}
    where id = ${room.bookingId} and state = 'confirmed' and starts_at <> ${startsAt}`);
}

async function attendeeCancels(): Promise<void> {
  await room.parts.database.query(sql`
    update bookings set state = 'cancelled', revision = revision + 1, changed_by = 'attendee',
      changed_at = ${room.parts.clock()}
    where id = ${room.bookingId} and state = 'confirmed'`);
}

async function startOver(): Promise<void> {
  await room.close();
  room = await openFollowRoom();
}

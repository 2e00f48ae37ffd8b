// The attendee's answer to Google's invitation.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listHistory } from '../../../src/bookings/booking-queries.ts';
import { hasBeenSent, insertSentMail } from '../../../src/bookings/sent-mail-queries.ts';
import { sql } from '../../../src/database/sql.ts';
import { moveEvent } from '../../../src/sandbox/google/people/events.ts';
import {
  addGuest,
  answerInvitation,
  dropGuest,
} from '../../../src/sandbox/google/people/guests.ts';
import { moveBooking } from '../room-bookings.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
beforeEach(async () => {
  room = await openFollowRoom();
});
afterEach(() => room.close());

const ada = 'ada@example.org';

function answer(responseStatus: 'accepted' | 'tentative' | 'declined', comment?: string): void {
  room.aWhile();
  const said = { responseStatus, ...(comment === undefined ? {} : { comment }) };
  answerInvitation(room.world, room.place, ada, said);
}

test.each(['accepted', 'tentative'] as const)(
  'that it is %s is kept with the comment, and nobody is mailed',
  async (response) => {
    answer(response, 'I bring the X-ray');

    await room.read();

    expect(await room.booking()).toMatchObject({
      state: 'confirmed',
      revision: 1,
      attendeeResponse: response,
      attendeeComment: 'I bring the X-ray',
    });
    expect(await room.mails()).toEqual([]);
  },
);

test('a decline is told to the organiser, once, and the booking stands', async () => {
  answer('declined', 'I have the flu');
  await room.read();

  await room.read();

  expect(await room.booking()).toMatchObject({
    state: 'confirmed',
    attendeeResponse: 'declined',
    attendeeComment: 'I have the flu',
  });
  expect(await room.mails()).toEqual(['organiser-declined']);
});

test('the history says that the answer was the attendee’s', async () => {
  answer('declined', 'I have the flu');

  await room.read();

  const history = await listHistory(room.parts.database, room.bookingId);
  expect(history.at(-1)).toMatchObject({
    actor: 'attendee',
    attendeeResponse: 'declined',
    reason: 'I have the flu',
  });
});

test('a decline frees the time where the event type says so, and takes the event out of the calendar', async () => {
  await room.parts.database.query(sql`update event_types set on_decline = 'cancel'`);
  answer('declined', 'I have the flu');

  await room.read();
  await room.publish();
  await room.read();

  expect(await room.booking()).toMatchObject({
    state: 'cancelled',
    changedBy: 'attendee',
    reason: 'I have the flu',
  });
  expect(room.event()).toMatchObject({ status: 'cancelled' });
  expect(await room.mails()).toEqual(['cancelled', 'organiser-cancelled']);
});

test('an event that was read before it was deleted, and looked at after, is not out of the bin', async () => {
  await room.parts.database.query(sql`update event_types set on_decline = 'cancel'`);
  answer('declined');
  await room.read();
  await room.mails();
  room.google.faults.add({ method: 'calendar.events.get', fault: 'slow_body', delayMs: 700 });

  await Promise.all([room.publish(), room.publish()]);

  expect(await room.booking()).toMatchObject({ state: 'cancelled', event: { calendarFlag: null } });
  expect(await room.mails()).toEqual([]);
});

test('a decline that frees the time wins over a move of the same moment', async () => {
  await room.parts.database.query(sql`update event_types set on_decline = 'cancel'`);
  moveEvent(room.world, room.place, at(14));
  answer('declined');

  await room.read();

  expect(await room.booking()).toMatchObject({ state: 'cancelled' });
  expect(await room.mails()).toEqual(['cancelled', 'organiser-cancelled']);
});

test('an answer and a move are both followed', async () => {
  moveEvent(room.world, room.place, at(14));
  answer('declined');

  await room.read();

  expect(await room.booking()).toMatchObject({ startsAt: at(14), attendeeResponse: 'declined' });
  expect(await room.mails()).toEqual(['moved', 'organiser-declined', 'organiser-followed']);
});

test('an answer does not keep a move of ours from being published', async () => {
  room.aWhile();
  await moveBooking(room.room, room.bookingId);
  answer('accepted');

  await room.read();
  await room.publish();

  expect(room.event()).toMatchObject({ start: { dateTime: at(15).toISOString() } });
  expect(await room.booking()).toMatchObject({ startsAt: at(15), attendeeResponse: 'accepted' });
});

test('guests whom the organiser added stay when the booking moves, and their answers too', async () => {
  addGuest(room.world, room.place, 'colleague@example.com');
  answerInvitation(room.world, room.place, 'colleague@example.com', { responseStatus: 'accepted' });
  await room.read();
  room.aWhile();
  await moveBooking(room.room, room.bookingId);

  await room.publish();

  expect(room.event()!.attendees).toMatchObject([
    { email: ada },
    { email: 'colleague@example.com', responseStatus: 'accepted' },
  ]);
});

test('a decline after an acceptance is told again, though one was told before', async () => {
  const mail = { bookingId: room.bookingId, message: 'organiser-declined', revision: 1 } as const;
  answer('declined');
  await room.read();
  await insertSentMail(room.parts.database, mail, room.parts.clock(), {
    told: await room.booking(),
  });
  await room.mails();
  answer('accepted');
  await room.read();
  answer('declined');

  await room.read();

  expect(await room.mails()).toEqual(['organiser-declined']);
  expect(await hasBeenSent(room.parts.database, mail)).toBe(false);
});

test('an attendee whom the organiser took off the list has still booked, and the organiser is asked to look, once', async () => {
  dropGuest(room.world, room.place, ada);
  await room.read();
  room.aWhile();
  addGuest(room.world, room.place, 'colleague@example.com');

  await room.read();

  expect(await room.booking()).toMatchObject({
    state: 'confirmed',
    event: { calendarFlag: 'guest_removed' },
  });
  expect(await room.mails()).toEqual(['organiser-flagged']);
});

test('an attendee who is on the list again is nothing to look at any more', async () => {
  dropGuest(room.world, room.place, ada);
  await room.read();
  room.aWhile();
  addGuest(room.world, room.place, ada);

  await room.read();

  expect(await room.booking()).toMatchObject({ event: { calendarFlag: null } });
});

test.each(['read', 'publish'] as const)(
  'a missing attendee is seen whoever looks first (%s), and the booking moves all the same',
  async (first) => {
    dropGuest(room.world, room.place, ada);
    room.aWhile();
    await moveBooking(room.room, room.bookingId);

    await room[first]();
    await room.publish();
    await room.read();

    expect(room.event()!.start).toMatchObject({ dateTime: at(15).toISOString() });
    expect(room.event()!.attendees ?? []).toEqual([]);
    expect(await room.booking()).toMatchObject({ event: { calendarFlag: 'guest_removed' } });
    expect(await room.mails()).toEqual(['organiser-flagged']);
  },
);

test('who was never seen on the list is not missing from it: Google may write the address in another way', async () => {
  await room.parts.database.query(sql`update bookings set attendee_invited = false`);
  dropGuest(room.world, room.place, ada);

  await room.read();

  expect(await room.mails()).toEqual([]);
});

// Undoing a move, as long as there is something to undo.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { getUndo, undoMove } from '../../../src/bookings/undo-move.ts';
import { moveEvent } from '../../../src/sandbox/google/people/events.ts';
import { insertBooking } from '../room-bookings.ts';
import { at, type FollowRoom, openFollowRoom } from './follow-room.ts';

let room: FollowRoom;
let token: string;
beforeEach(async () => {
  room = await openFollowRoom();
  await moveTo(14);
  const { revision } = await room.booking();
  token = room.parts.tokens.create('undo', room.bookingId, revision);
});
afterEach(() => room.close());

async function moveTo(hour: number): Promise<void> {
  room.aWhile();
  moveEvent(room.world, room.place, at(hour));
  await room.read();
}

test('a move is undone on both sides', async () => {
  await undoMove(room.parts, token);
  await room.publish();

  expect(await room.booking()).toMatchObject({ startsAt: at(10), endsAt: at(10, 30) });
  expect(room.event()).toMatchObject({ start: { dateTime: at(10).toISOString() } });
});

test('a move is undone once', async () => {
  await undoMove(room.parts, token);

  const again = undoMove(room.parts, token);

  await expect(again).rejects.toMatchObject({ code: 'forbidden' });
});

test('a move is not undone after another change', async () => {
  await moveTo(16);

  const late = undoMove(room.parts, token);

  await expect(late).rejects.toMatchObject({ code: 'forbidden' });
  expect(await room.booking()).toMatchObject({ startsAt: at(16) });
});

test('a move is not undone into a time that somebody else has taken', async () => {
  await insertBooking(room.room);

  const taken = undoMove(room.parts, token);

  await expect(taken).rejects.toMatchObject({ code: 'slot_taken' });
});

test('a move is not undone into a time that has passed', async () => {
  room.room.clock.set('2026-03-03T11:00:00Z');

  const { back } = await getUndo(room.parts, token);

  expect(back).toBeNull();
});

test('a link for another purpose undoes nothing', async () => {
  const manage = room.parts.tokens.create('manage', room.bookingId);

  const wrong = undoMove(room.parts, manage);

  await expect(wrong).rejects.toMatchObject({ code: 'not_found' });
});

// An appointment that was moved: its page says from when to when, by whom, and what can be made of it.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { listHistory } from '../../src/bookings/booking-queries.ts';
import type { AttendeeResponse } from '../../src/bookings/booking.ts';
import { updateResponse } from '../../src/bookings/follow-queries.ts';
import { lastMoveOf } from '../../src/bookings/last-move.ts';
import { rescheduleBooking } from '../../src/bookings/reschedule-booking.ts';
import { book, tokenOf } from '../support/attendee.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { linkTo, visitor } from './visit.ts';

let service: TestService;
let made: MadeOrganiser;
let visit: ReturnType<typeof visitor>;

beforeAll(async () => {
  service = await startTestService();
  visit = visitor(service);
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

const ten = '2026-11-24T09:00:00Z';
const two = '2026-11-24T13:00:00Z';

test('a move of one’s own is told as moved, with the old time beside the new', async () => {
  const { page } = await bookAt(ten);

  const { location } = await visit.post(`${page}/move`, { start: two });
  const { words } = await visit.get(location);

  expect(words).toContain('Moved Your appointment is moved');
  expect(words).toContain('Before Tuesday 24 November 2026, 10:00 – 10:30 Now');
  expect(words).toContain('14:00 – 14:30');
  expect(words).not.toContain('Keep the new time');
});

test('a move by the organiser asks whether to keep the time, pick another or cancel', async () => {
  const { page, id } = await bookAt(ten);
  await moveByOrganiser(id);

  const { words, markup } = await visit.get(page);

  expect(words).toContain('Test Organiser moved your appointment');
  expect(words).toContain('Before Tuesday 24 November 2026, 10:00 – 10:30 Now');
  expect(markup).toContain(`action="${page}/keep"`);
  expect(words).toContain('Keep the new time');
  expect(linkTo(markup, 'Pick another')).toBe(`${page}/move`);
  expect(linkTo(markup, 'Cancel')).toBe(`${page}/cancel`);
});

test('a new time that is kept is simply the appointment, and nobody is asked again', async () => {
  const { page, id } = await bookAt(ten);
  await moveByOrganiser(id);

  const { location } = await visit.post(`${page}/keep`, { start: two });
  await visit.post(`${page}/keep`, { start: two });
  const { words } = await visit.get(location);

  expect(await deedsOf(id)).toEqual(['time_kept']);
  expect(words).toContain('Booked Your appointment is booked');
  expect(words).not.toContain('10:00 – 10:30');
  expect(words).not.toContain('Keep the new time');
});

test('a time that the organiser has changed once more is not kept by the page of before', async () => {
  const { page, id } = await bookAt(ten);
  await moveByOrganiser(id);

  await visit.post(`${page}/keep`, { start: '2026-11-24T11:00:00+01:00' });

  expect(await deedsOf(id)).toEqual([]);
  expect((await visit.get(page)).words).toContain('Keep the new time');
});

test('a move after a time was kept is asked about anew', async () => {
  const { page, id } = await bookAt(ten);
  await moveByOrganiser(id);
  await visit.post(`${page}/keep`, { start: two });
  const startsAt = new Date('2026-11-25T10:00:00+01:00');
  await rescheduleBooking(service.parts, { bookingId: id, startsAt, actor: 'organiser' });

  const { words } = await visit.get(page);

  expect(words).toContain('Keep the new time');
});

test('what the attendee answered to the invitation is shown', async () => {
  const { page, id } = await bookAt(ten);
  const before = await visit.get(page);
  await answer(id, 'accepted');
  const accepted = await visit.get(page);
  await answer(id, 'declined');
  const declined = await visit.get(page);

  expect(before.words).not.toContain('Invitation');
  expect(accepted.words).toContain('Invitation You have accepted it in Google Calendar');
  expect(declined.words).toContain('You declined the invitation');
  expect(declined.words).toContain('please cancel here');
});

test('the last move counts, not what else changed', () => {
  const at = (start: string) => ({ startsAt: new Date(start), endsAt: new Date(two) });
  const history = [
    { ...at(ten), actor: 'attendee' as const },
    { ...at('2026-11-24T11:00:00Z'), actor: 'google' as const },
    { ...at('2026-11-24T12:00:00Z'), actor: 'organiser' as const },
    { ...at('2026-11-24T12:00:00Z'), actor: 'system' as const },
  ];

  expect(lastMoveOf(history)).toEqual({ from: at('2026-11-24T11:00:00Z'), by: 'organiser' });
  expect(lastMoveOf(history.slice(0, 1))).toBeNull();
});

async function deedsOf(id: string) {
  const history = await listHistory(service.parts.database, id);
  return history.map(({ deed }) => deed).filter((deed) => deed !== null);
}

async function bookAt(start: string) {
  const { body } = await book(service, made, start);
  await service.settle();
  return { id: body.id as string, page: `/bookings/${tokenOf(body.manageUrl)}` };
}

function moveByOrganiser(bookingId: string) {
  return rescheduleBooking(service.parts, {
    bookingId,
    startsAt: new Date(two),
    actor: 'organiser',
  });
}

function answer(id: string, response: AttendeeResponse): Promise<void> {
  const { database, clock } = service.parts;
  return updateResponse(database, id, { response, comment: null, at: clock() });
}

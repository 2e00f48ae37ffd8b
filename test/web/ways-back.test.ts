// From the form and the move back to the calendar, on the day one came from.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { book, tokenOf } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { linkTo, offeredStarts, pathOf, visitor } from './visit.ts';

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

const tokyo = { timeZone: 'Asia/Tokyo', clock: '12' };
const thursday = '2026-12-10T15:30:00.000Z';

test('another time is chosen on the day of the one that was held, in the same zone and clock', async () => {
  const form = await visit.post(`${pathOf(made)}/hold`, { start: thursday, ...tokyo });
  const { markup } = await visit.get(form.location);

  const { words } = await visit.get(linkTo(markup, 'Choose another time'));

  expect(words).toContain('Friday 11 December Choose another day');
  expect(words).toContain('12:30 am held for you');
  expect(words).toContain('Times are in Asia/Tokyo');
});

test('a hold that ran out leads back to its day', async () => {
  const form = await visit.post(`${pathOf(made)}/hold`, { start: thursday, ...tokyo });
  service.clock.advance(11 * 60_000);
  const { status, markup } = await visit.get(form.location);

  const href = linkTo(markup, 'See all times');

  expect(status).toBe(410);
  expect(href).toContain('date=2026-12-11');
});

test('the move opens on the day of the appointment, and marks its time without offering it', async () => {
  const manage = await bookAt(thursday);

  const { markup, words } = await visit.get(`${manage}/move`);

  expect(words).toContain('Thursday 10 December Choose another day');
  expect(words).toContain('16:30 present time');
  expect(offeredStarts(markup)).not.toContain(thursday);
  expect(offeredStarts(markup)).toContain('2026-12-10T14:45:00.000Z');
});

test('a new time that is not wanted after all leads back to its own day', async () => {
  const manage = await bookAt(thursday);
  const asked = await visit.get(`${manage}/move?start=2026-12-14T09:00:00Z`);

  const href = linkTo(asked.markup, 'Choose another');

  expect(href).toContain(`${manage}/move?date=2026-12-14`);
});

test('a cancelled appointment leads to its day, and one that is over to the first free day', async () => {
  const manage = await bookAt(thursday);
  await visit.post(`${manage}/cancel`);

  const cancelled = await visit.get(manage);
  service.clock.set('2026-12-11T08:00:00Z');
  const over = await visit.get(manage);

  expect(linkTo(cancelled.markup, 'Book another time')).toContain('?date=2026-12-10');
  expect(linkTo(over.markup, 'Book another time')).toBe(pathOf(made));
});

test.each([
  ['month=2027-01', 'Bookings open up to Friday 22 January 2027.', 'Friday 1 January'],
  ['month=2030-01', 'Bookings open up to Friday 22 January 2027.', 'Go to Friday 1 January'],
  ['date=2027-01-25', 'Bookings open up to Friday 22 January 2027.', 'Go to Friday 22 January'],
  ['month=2020-01', 'That month is over.', 'Go to Monday 23 November'],
  ['date=2026-11-20', 'This day is over.', 'Go to Monday 23 November'],
  ['date=2026-11-28', 'Nothing is free on this day.', 'Go to Monday 30 November'],
])(
  'the calendar asked for %s says "%s" and leads on to where something is',
  async (query, said, way) => {
    const { status, words } = await visit.get(`${pathOf(made)}?${query}`);

    expect(status).toBe(200);
    expect(words).toContain(said);
    expect(words).toContain(way);
  },
);

test('the present time, asked for by its address, is no move', async () => {
  const manage = await bookAt(thursday);

  const { words } = await visit.get(`${manage}/move?start=${thursday}`);

  expect(words).toContain('Choose another time.');
  expect(words).not.toContain('Move to this time?');
});

async function bookAt(start: string): Promise<string> {
  const { body } = await book(service, made, start);
  return `/bookings/${tokenOf(body.manageUrl)}`;
}

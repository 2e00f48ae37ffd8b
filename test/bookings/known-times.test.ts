// With the mail server away, an appointment may move more than once before anybody hears of it: each side is told from
// the time that it last knew to the one that counts.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Actor } from '../../src/bookings/booking.ts';
import { rescheduleBooking } from '../../src/bookings/reschedule-booking.ts';
import { attendee, book } from '../support/attendee.ts';
import { openDesk } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
});

afterEach(() => service.inbox.accept());

afterAll(() => service.close());

const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`);

test('two moves that nobody was told of are one: from the time that was known to the newest', async () => {
  const { email, move, mailsBack } = await booked();

  await move('organiser', '11:00');
  await move('organiser', '12:00');
  await mailsBack();

  expect(movesTold(email)).toEqual([['10:00', '12:00']]);
});

test('a time that the attendee chose is known without a mail', async () => {
  const { email, move, mailsBack } = await booked();

  await move('attendee', '11:00');
  await move('organiser', '12:00');
  await mailsBack();

  expect(movesTold(email)).toEqual([['11:00', '12:00']]);
});

test('moved there and back before anybody heard of it, the attendee hears nothing', async () => {
  const { email, move, mailsBack } = await booked();

  await move('organiser', '11:00');
  await move('organiser', '10:00');
  await mailsBack();

  expect(movesTold(email)).toEqual([]);
});

test('moved back after the attendee heard of it, both are told', async () => {
  const { email, move, mailsBack } = await booked({ isMailAway: false });

  await move('organiser', '11:00');
  await move('organiser', '10:00');
  await mailsBack();

  expect(movesTold(email)).toEqual([
    ['10:00', '11:00'],
    ['11:00', '10:00'],
  ]);
});

test('the organiser too hears of two moves of the attendee as of one', async () => {
  const { move, mailsBack } = await booked();

  await move('attendee', '11:00');
  await move('attendee', '12:00');
  await mailsBack();

  expect(movesTold(made.email)).toEqual([['10:00', '12:00']]);
});

test('the organiser is not told of a move of the attendee that the organiser has moved on from', async () => {
  const { move, mailsBack } = await booked();

  await move('attendee', '11:00');
  await move('organiser', '12:00');
  await mailsBack();

  expect(movesTold(made.email)).toEqual([]);
});

test('a mail that was refused for good has told nothing', async () => {
  const { email, move, mailsBack } = await booked({ isMailAway: false });

  service.inbox.refuse({ at: 'recipient', code: 550 });
  await move('organiser', '11:00');
  service.inbox.accept();
  await move('organiser', '12:00');
  await mailsBack();

  expect(movesTold(email)).toEqual([['10:00', '12:00']]);
});

/** At ten, and told. From then on, unless the test says otherwise, the mail server takes nothing for now. */
async function booked({ isMailAway = true } = {}) {
  const person = attendee();
  const { body } = await book(service, made, '2026-11-24T10:00:00+01:00', person);
  await service.settle();
  const move = async (actor: Actor, time: string) => {
    service.clock.advance(60_000);
    if (isMailAway) service.inbox.refuse();
    await rescheduleBooking(service.parts, { bookingId: body.id, startsAt: at(time), actor });
    await until(async () => startInGoogle() === at(time).getTime(), 'Google has the new time');
    if (!isMailAway) await service.settle();
  };
  const mailsBack = async () => {
    service.inbox.accept();
    await service.settle();
  };
  return { email: person.email, move, mailsBack };
}

function startInGoogle(): number {
  const [event] = openDesk(service, made).events();
  return Date.parse(String(event?.start?.dateTime));
}

/** [before, now] of each mail about a move, on the clock in Berlin. */
function movesTold(email: string): [string, string][] {
  const mails = service.inbox.to(email).filter(({ subject }) => subject.startsWith('Moved:'));
  return mails.map(({ text }) => [startIn(text, 'Before'), startIn(text, 'Now')]);
}

function startIn(text: string, label: string): string {
  return new RegExp(`^${label}: .*?(\\d\\d:\\d\\d)`, 'm').exec(text)?.[1] ?? '';
}

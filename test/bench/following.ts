// How long a change in Google takes to reach the booking, and what a booking costs of Google's quota.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../../src/database/sql.ts';
import { moveEvent } from '../../src/sandbox/google/people/events.ts';
import { attendee, call, hold } from '../support/attendee.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';
import { until } from '../support/until.ts';
import { startBenchService } from './bench-service.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

const pollSeconds = 5;
const pushRounds = 15;
const pollRounds = 8;
const bookings = 10;

export async function benchFollowing(): Promise<Figure[]> {
  return [...(await benchPush()), ...(await benchPoll())];
}

async function benchPush(): Promise<Figure[]> {
  const service = await startBenchService({ push: true });
  try {
    const made = await makeOrganiser(service);
    await calm(service);
    const perBooking = await requestsPerBooking(service, made);
    // at another point of the workers' rhythm each time
    const rest = () => calm(service).then(() => pause(Math.random() * 500));
    const seconds = await timeMoves(service, made, pushRounds, rest);
    return [
      {
        name: 'requests to Google per booking, from the hold to the echo of its event',
        value: perBooking,
        unit: 'of 600 a minute',
        target: 'at most 10',
        met: perBooking <= 10,
      },
      within('from a drag in Google to the booking, by push: usually', median(seconds), 1),
      within('the same: at worst', Math.max(...seconds), 2),
    ];
  } finally {
    await service.close();
  }
}

/** Time goes on here, as it does outside: the poll goes by it. */
async function benchPoll(): Promise<Figure[]> {
  const service = await startBenchService({ config: { syncPollSeconds: pollSeconds } });
  const ticking = setInterval(() => service.clock.advance(100), 100);
  try {
    const made = await makeOrganiser(service);
    const seconds = await timeMoves(service, made, pollRounds, () => pause(Math.random() * 5000));
    const name = `from a drag in Google to the booking, polled every ${pollSeconds} s: at worst`;
    return [within(name, Math.max(...seconds), pollSeconds + 2)];
  } finally {
    clearInterval(ticking);
    await service.close();
  }
}

function within(name: string, value: number, most: number): Figure {
  return { name, value, unit: 's', target: `at most ${most}`, met: value <= most };
}

/** All that Google has to tell is told and done, and what comes next is no burst. */
async function calm(service: TestService): Promise<void> {
  await Promise.resolve();
  await service.google.world.pushes.drain();
  await service.settle();
  service.clock.advance(10_000);
}

async function requestsPerBooking(service: TestService, made: MadeOrganiser): Promise<number> {
  const { log } = service.google;
  const before = log.length;
  for (let count = 0; count < bookings; count++) {
    const start = new Date(Date.UTC(2026, 10, 26 + Math.floor(count / 5), 9 + (count % 5)));
    await book(service, made, start.toISOString());
    await calm(service);
  }
  return (log.length - before) / bookings;
}

/** The form takes a minute: hold and booking each look at Google. */
async function book(service: TestService, made: MadeOrganiser, start: string): Promise<string> {
  const held = await hold(service, made, start);
  service.clock.advance(60_000);
  const form = { hold: held.body.token, attendee: attendee() };
  const { status, body } = await call(service, 'POST', '/api/bookings', form);
  if (status !== 201) throw new Error(`not booked: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

async function timeMoves(
  service: TestService,
  made: MadeOrganiser,
  rounds: number,
  rest: () => Promise<void>,
): Promise<number[]> {
  const bookingId = await book(service, made, '2026-11-24T09:00:00Z');
  const place = { calendarId: made.email, eventId: bookingId.replaceAll('-', '') };
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await service.settle();
    await rest();
    const startsAt = new Date(Date.UTC(2026, 10, 24, 10, 5 * round));
    const began = performance.now();
    moveEvent(service.google.world, place, startsAt);
    await until(() => hasMoved(service, bookingId, startsAt), 'the booking has followed', 60);
    seconds.push((performance.now() - began) / 1000);
  }
  return seconds;
}

async function hasMoved(
  { parts }: TestService,
  bookingId: string,
  startsAt: Date,
): Promise<boolean> {
  const rows = await parts.database.query(sql`
    select id from bookings where id = ${bookingId} and starts_at = ${startsAt}`);
  return rows.length > 0;
}

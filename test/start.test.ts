import { rmSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { attendee, call } from './support/attendee.ts';
import { dataFolder, isInUse, start, type Started } from './support/started.ts';

const folder = dataFolder();
const running: Started[] = [];

afterAll(async () => {
  for (const started of running) await started.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test('npm start says in three lines where to book, to sign in and to see the sandbox; kill -9 and a start again lose nothing; Ctrl-C ends it cleanly', async () => {
  const first = await startHere();
  const lines = first
    .output()
    .split('\n')
    .filter((line) => line.includes('http'));
  const booked = await bookSomething(first);

  const killed = await first.end('SIGKILL');
  const again = await startHere(first.port);
  const found = await call(
    { url: origin(again) },
    'GET',
    new URL(booked.body.manageUrl).pathname.replace('/', '/api/'),
  );
  const world = await fetch(lines[2]!.match(/http:\S+/)![0]).then((answer) => answer.text());
  const stopped = await again.end('SIGINT');

  expect(lines).toHaveLength(3);
  expect(booked.status).toBe(201);
  expect(killed).not.toBe(0);
  expect(found).toMatchObject({ status: 200, body: { id: booked.body.id, state: 'requested' } });
  expect(world).toContain('mira@example.com');
  expect(stopped).toBe(0);
  expect(isInUse(folder)).toBe(false);
}, 120_000);

test('with settings that are wrong it names every fault and does not start', async () => {
  const attempt = start(folder, 70_000);

  await expect(attempt).rejects.toThrow(/PORT must be a whole number from 1 to 65535/);
}, 60_000);

async function startHere(port?: number): Promise<Started> {
  const started = await start(folder, port);
  running.push(started);
  return started;
}

async function bookSomething(started: Started) {
  const path = '/api/organisers/mira/event-types/30min/slots';
  const days = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const url = origin(started);
  const { body } = await call(
    { url },
    'GET',
    `${path}?from=${days}&to=${until}&timeZone=Europe/Berlin`,
  );
  return call({ url }, 'POST', '/api/bookings', {
    organiser: 'mira',
    eventType: '30min',
    start: body.slots[0].start,
    attendee: attendee({ phone: '+49 30 901820' }),
  });
}

function origin({ url }: Started): string {
  return new URL(url).origin;
}

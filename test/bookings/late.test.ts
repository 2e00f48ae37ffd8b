// Pressed late, or while Google or the calendar says no.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { hold } from '../support/attendee.ts';
import { type Desk, minutes, openDesk, ten } from '../support/desk.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let desk: Desk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
  desk = openDesk(service, made);
});

afterAll(() => service.close());

test('pressed too late, the slot is taken all the same while it is free', async () => {
  const { email } = await desk.makeRequest();
  const token = await desk.mailedToken(email);

  service.clock.advance(minutes(45));
  const confirmed = await desk.confirm(token);

  expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed' } });
});

test('pressed too late for a slot that is taken, the nearest three are named', async () => {
  const { email } = await desk.makeRequest();
  const token = await desk.mailedToken(email);
  service.clock.advance(minutes(45));
  await hold(service, made, ten);

  const late = await desk.confirm(token);

  expect(late).toMatchObject({
    status: 410,
    body: {
      code: 'request_expired',
      alternatives: [
        { start: '2026-11-24T08:15:00.000Z' },
        { start: '2026-11-24T08:30:00.000Z' },
        { start: '2026-11-24T09:30:00.000Z' },
      ],
    },
  });
});

test('a stale request blocks nobody, even when no job has run', async () => {
  await desk.makeRequest();
  service.clock.advance(minutes(30));

  const next = await hold(service, made, ten);

  expect(next.status).toBe(201);
});

test('something that came into Google meanwhile wins over an unproven request', async () => {
  const { email } = await desk.makeRequest();
  service.google.world.state.calendars[made.email]!.busyTasks.push({
    start: '2026-11-24T09:00:00Z',
    end: '2026-11-24T10:00:00Z',
  });
  service.clock.advance(minutes(1));

  const answer = await desk.confirm(await desk.mailedToken(email));

  expect(answer).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('with Google failing at the confirmation, nothing is lost and a later press succeeds', async () => {
  const { email } = await desk.makeRequest();
  const token = await desk.mailedToken(email);
  service.clock.advance(minutes(1));
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    times: 'until_cleared',
  });

  const failed = await desk.confirm(token);
  service.google.faults.clear();
  const confirmed = await desk.confirm(token);

  expect(failed).toMatchObject({ status: 503, body: { code: 'calendar_unavailable' } });
  expect(failed.headers.get('Retry-After')).not.toBeNull();
  expect(confirmed.status).toBe(200);
});

test('an event that Google refuses for a while is written when it answers again', async () => {
  const { email } = await desk.makeRequest();
  service.google.faults.add({ method: 'calendar.events.insert', fault: 'backendError', times: 2 });

  await desk.confirm(await desk.mailedToken(email));
  await service.inbox.waitFor(
    ({ subject, envelope }) => subject.startsWith('Confirmed') && envelope.to.includes(email),
    30_000,
  );

  expect(desk.events()).toHaveLength(1);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { book, call, hold } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  await service.settle();
});

afterAll(() => service.close());

const day = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';

test('slots come in the asked zone, with its offset, sorted, and say when Google was asked', async () => {
  const { body } = await slots('from=2026-11-24&to=2026-11-24&timeZone=Asia/Kolkata');

  expect(body).toMatchObject({ timeZone: 'Asia/Kolkata', checkedAt: '2026-11-23T08:00:00.000Z' });
  expect(body.slots[0]).toEqual({
    start: '2026-11-24T13:30:00+05:30',
    end: '2026-11-24T14:00:00+05:30',
  });
  expect(body.slots).toHaveLength(31);
});

test('the same instants are offered whatever the zone', async () => {
  const instants = async (timeZone: string) => {
    const { body } = await slots(`from=2026-11-22&to=2026-11-26&timeZone=${timeZone}`);
    return body.slots.map(({ start }: { start: string }) => new Date(start).toISOString());
  };

  const [berlin, kathmandu] = await Promise.all([
    instants('Europe/Berlin'),
    instants('Asia/Kathmandu'),
  ]);

  expect(kathmandu).toEqual(berlin);
});

test('unchanged slots are answered 304 by version; a hold changes the version', async () => {
  const first = await slots(day);
  const etag = first.headers.get('ETag')!;

  const unchanged = await slots(day, { 'If-None-Match': etag });
  await hold(service, made, '2026-11-24T10:00:00+01:00');
  const changed = await slots(day, { 'If-None-Match': etag });

  expect(unchanged.status).toBe(304);
  expect(changed.status).toBe(200);
  expect(changed.body.slots.length).toBeLessThan(first.body.slots.length);
});

test('a hold’s end changes the answer by the clock alone', async () => {
  await hold(service, made, '2026-11-24T10:00:00+01:00');
  const kept = await slots(day);
  service.clock.advance(10 * 60_000);

  const over = await slots(day, { 'If-None-Match': kept.headers.get('ETag')! });

  expect(over.status).toBe(200);
  expect(over.body.slots.length).toBeGreaterThan(kept.body.slots.length);
});

test('with an old mirror and Google failing, no slot is offered: 503, with Retry-After', async () => {
  service.clock.advance(16 * 60_000);
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    times: 'until_cleared',
  });

  const answer = await slots(day);
  service.google.faults.clear();

  expect(answer).toMatchObject({ status: 503, body: { code: 'calendar_unavailable' } });
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('a booking that ended before midnight keeps its buffer from the next day’s first slots', async () => {
  const roundTheClock = [1, 2].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
  made = await makeOrganiser(service, {
    availability: { weekly: roundTheClock },
    eventType: { bufferBeforeMinutes: 60, minimumNoticeMinutes: 0 },
  });
  await book(service, made, '2026-11-23T23:30:00+01:00');
  service.clock.set('2026-11-23T23:00:00Z');

  const { body } = await slots(day);

  expect(body.slots[0].start).toBe('2026-11-24T01:00:00+01:00');
});

test('every fault of the question is named at once', async () => {
  const { status, body } = await slots(
    'from=2026-11-30&to=yesterday&timeZone=Mars/Base&colour=red',
  );

  expect(status).toBe(400);
  expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'colour',
    'timeZone',
    'to',
  ]);
});

test('more than 366 days are too many', async () => {
  const { status, body } = await slots('from=2026-11-23&to=2027-11-24&timeZone=UTC');

  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ field: 'to' }]);
});

test('what nobody offers is not found', async () => {
  const answer = await call(service, 'GET', `/api/organisers/nobody/event-types/x/slots?${day}`);

  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

function slots(query: string, headers: Record<string, string> = {}) {
  const { organiser, eventType } = made;
  const path = `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots?${query}`;
  // fetch itself would ask for a fresh answer whenever it is given a condition
  return call(service, 'GET', path, undefined, { 'Cache-Control': 'max-age=0', ...headers });
}

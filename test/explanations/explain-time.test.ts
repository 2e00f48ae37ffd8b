import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { apiClient, type ApiClient } from '../organisers/api-client.ts';
import { book, hold } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;

beforeAll(async () => {
  service = await startTestService();
  ({ made, me } = await open());
});

afterAll(() => service.close());

test('a time that nothing is against is offered', async () => {
  const why = await explain('2026-11-24T10:00:00+01:00');

  expect(why).toMatchObject({
    start: '2026-11-24T09:00:00.000Z',
    end: '2026-11-24T09:30:00.000Z',
    timeZone: 'Europe/Berlin',
    isOffered: true,
    reasons: [],
    nearest: [],
  });
});

test.each([
  ['2026-11-23T08:30:00+01:00', ['past', 'closed'], 'On a Monday you are open 09:00–17:00.'],
  ['2026-11-23T09:30:00+01:00', ['notice'], 'The earliest start is 23 November at 10:00 now.'],
  ['2027-01-25T10:00:00+01:00', ['horizon'], 'up to 60 days ahead: until Friday 22 January 2027'],
  ['2026-11-24T10:05:00+01:00', ['off_grid'], 'The ones around it are 10:00 and 10:15.'],
  ['2026-11-24T10:00:30+01:00', ['off_grid'], 'around it are 10:00 and 10:15'],
  ['2026-11-29T10:00:00+01:00', ['closed'], 'Your week has no hours on a Sunday.'],
  ['2026-11-24T16:45:00+01:00', ['passes_closing'], 'takes 30 minutes, and you close at 17:00'],
  ['2026-12-24T10:00:00+01:00', ['closed'], 'Thursday 24 December 2026 is closed by hours of its'],
  [
    '2026-12-31T14:00:00+01:00',
    ['closed'],
    'Thursday 31 December 2026 has hours of its own: 09:00',
  ],
  ['2027-01-31T10:07:00+01:00', ['horizon', 'off_grid', 'closed'], 'Your week has no hours'],
])('%s is refused for all that applies: %j', async (at, codes, words) => {
  const why = await explain(at);

  expect(codesOf(why)).toEqual(codes);
  expect(why['isOffered']).toBe(false);
  expect(JSON.stringify(why['reasons'])).toContain(words);
});

test('what is refused comes with the nearest times that are offered', async () => {
  const why = await explain('2026-11-24T10:05:00+01:00');

  expect(why['nearest']).toMatchObject([
    { start: '2026-11-24T08:45:00.000Z' },
    { start: '2026-11-24T09:00:00.000Z' },
    { start: '2026-11-24T09:15:00.000Z' },
  ]);
});

test('a full day is told with its count', async () => {
  const capped = await open({ eventType: { dailyCap: 1 } });
  await book(service, capped.made, '2026-11-24T10:00:00+01:00');

  const why = await explain('2026-11-24T14:00:00+01:00', capped);

  expect(codesOf(why)).toEqual(['cap']);
  expect(JSON.stringify(why)).toContain(
    'Tuesday 24 November 2026 has 1 booking of at most 1 a day',
  );
});

test('a booking is told once, with whom, and not again as its own calendar event', async () => {
  const own = await open();
  const { body } = await book(service, own.made, '2026-11-24T10:00:00+01:00', { name: 'Lea' });
  await service.settle();
  service.clock.advance(11_000);

  const why = await explain('2026-11-24T10:15:00+01:00', own);

  expect(why['reasons']).toEqual([
    expect.objectContaining({
      href: `/organiser/bookings/${body.id}`,
      code: 'confirmed',
      bookingId: body.id,
      sentence: '“Visit” with Lea, from 10:00 to 10:30.',
    }),
  ]);
});

test('where only buffers meet, that is said', async () => {
  const own = await open({ eventType: { bufferAfterMinutes: 15 } });
  await book(service, own.made, '2026-11-24T10:00:00+01:00', { name: 'Lea' });

  const why = await explain('2026-11-24T10:30:00+01:00', own);

  expect(JSON.stringify(why['reasons'])).toContain(
    'With its buffers it keeps 10:00 to 10:45. The appointments themselves would not meet, but the buffers do.',
  );
});

test('a hold and a request say until when they wait', async () => {
  const own = await open();
  const email = await addEventType(service, own.made.organiser.id, { confirmation: 'email' });
  await hold(service, own.made, '2026-11-24T10:00:00+01:00');
  await book(service, { ...own.made, eventType: email }, '2026-11-24T11:00:00+01:00', {
    name: 'Noor',
  });

  const held = await explain('2026-11-24T10:00:00+01:00', own);
  const requested = await explain('2026-11-24T11:00:00+01:00', own);

  expect(held['reasons']).toMatchObject([{ code: 'held', href: null }]);
  expect(JSON.stringify(held)).toContain('The time is kept until 23 November at 09:');
  expect(JSON.stringify(held)).not.toContain('bookingId');
  expect(codesOf(requested)).toEqual(['requested']);
  expect(JSON.stringify(requested)).toContain('to be confirmed until 23 November at 09:');
});

test('a busy calendar is named, with its time and when it was checked', async () => {
  const own = await open();
  addBusy(own.made.email, '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
  service.clock.advance(11_000);
  await explain('2026-11-24T10:00:00+01:00', own);
  service.clock.advance(8000);

  const why = await explain('2026-11-24T10:30:00+01:00', own);

  expect(why['reasons']).toMatchObject([
    {
      code: 'busy',
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-24T10:00:00.000Z',
      sentence: `“Main calendar of ${own.made.email}” is busy from 10:00 to 11:00 (checked 8 seconds ago).`,
      href: '/organiser/calendars',
    },
  ]);
});

test('Google is asked anew where what is known is not of this moment, so a change shows at once', async () => {
  const own = await open();
  service.clock.advance(11_000);
  addBusy(own.made.email, '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');

  const why = await explain('2026-11-24T10:00:00+01:00', own);

  expect(codesOf(why)).toEqual(['busy']);
  expect(JSON.stringify(why)).toContain('checked just now');
});

test('an account that must be connected again is the first reason, and the others follow', async () => {
  const own = await open();
  service.google.oauth.revokeGrant(own.made.email);
  service.clock.advance(3_700_000);

  const why = await explain('2026-11-29T10:00:00+01:00', own);

  expect(codesOf(why)).toEqual(['reconnect', 'closed']);
  expect(JSON.stringify(why)).toContain('/auth/google?consent=1');
});

test('a Google that gives no answer leaves the calendar unknown', async () => {
  const own = await open();
  const account = own.made.email;
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'html_502',
    account,
    times: 'until_cleared',
  });
  service.clock.advance(16 * 60_000);

  const why = await explain('2026-11-24T10:00:00+01:00', own);
  service.google.faults.clear();

  expect(codesOf(why)).toEqual(['silent']);
  expect(why['nearest']).toEqual([]);
});

test('without a calendar for bookings nothing is offered, and the page says so', async () => {
  const own = await open();
  await service.parts.database.query(sql`
    update organisers set booking_calendar_id = null where id = ${own.made.organiser.id}`);

  const why = await explain('2026-11-24T14:00:00+01:00', own);

  expect(codesOf(why)).toEqual(['no_booking_calendar']);
});

test('a hidden event type is closed, be the time free or not', async () => {
  const own = await open({ eventType: { isHidden: true } });

  const why = await explain('2026-11-24T14:00:00+01:00', own);

  expect(why).toMatchObject({ isOffered: false, isHidden: true, nearest: [] });
  expect(codesOf(why)).toEqual(['hidden']);
});

test('an unlisted event type is offered to those who know its link', async () => {
  const own = await open({ eventType: { visibility: 'unlisted' } });

  const why = await explain('2026-11-24T14:00:00+01:00', own);

  expect(why).toMatchObject({ isOffered: true, visibility: 'unlisted' });
});

test('a secret event type is offered while one of its secret links lets somebody in', async () => {
  const own = await open({ eventType: { visibility: 'secret' } });
  const links = `/api/me/event-types/${own.made.eventType.slug}/secret-links`;

  const before = await explain('2026-11-24T14:00:00+01:00', own);
  const { body: link } = await own.me('POST', links, { mostUses: 1 });
  const meanwhile = await explain('2026-11-24T14:00:00+01:00', own);
  await own.me('DELETE', `${links}/${String(link['id'])}`);
  const after = await explain('2026-11-24T14:00:00+01:00', own);

  expect([before, meanwhile, after].map(codesOf)).toEqual([
    ['no_secret_link'],
    [],
    ['no_secret_link'],
  ]);
});

test('time off is told with its label, and the hours only where they are closed besides', async () => {
  const own = await open();
  await own.me('POST', '/api/me/time-off', {
    start: '2026-11-24T10:00:00+01:00',
    end: '2026-11-29T00:00:00+01:00',
    label: 'Conference',
  });

  const weekday = await explain('2026-11-24T09:45:00+01:00', own);
  const saturday = await explain('2026-11-28T10:00:00+01:00', own);
  const earlier = await explain('2026-11-24T09:30:00+01:00', own);

  expect(weekday['reasons']).toMatchObject([
    {
      code: 'time_off',
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-28T23:00:00.000Z',
      href: '/organiser/hours#time-off',
    },
  ]);
  expect(JSON.stringify(weekday)).toContain('Every schedule is closed for “Conference”: ');
  expect(codesOf(saturday)).toEqual(['closed', 'time_off']);
  expect(codesOf(earlier)).toEqual([]);
});

test('where there are several schedules, the one that an event type goes by is named', async () => {
  const own = await open();
  const weekly = [{ weekday: 2, opens: '18:00', closes: '20:00' }];
  const schedule = { name: 'Evenings', weekly, overrides: [] };
  const { body: evenings } = await own.me('POST', '/api/me/schedules', schedule);
  await own.me('PATCH', `/api/me/event-types/${own.made.eventType.slug}`, {
    schedule: evenings['id'],
  });

  const why = await explain('2026-11-24T10:00:00+01:00', own);

  expect(why['schedule']).toEqual({ id: evenings['id'], name: 'Evenings' });
  expect(why['reasons']).toMatchObject([
    {
      code: 'closed',
      sentence: 'On a Tuesday you are open 18:00–20:00. It goes by the schedule “Evenings”.',
      href: `/organiser/hours/${String(evenings['id'])}`,
    },
  ]);
});

test('a date with hours of its own is told with its label', async () => {
  const own = await open();
  const { body } = await own.me('GET', '/api/me/schedules');
  const [{ id, weekly }] = body['schedules'] as [{ id: string; weekly: object[] }];
  const overrides = [{ date: '2026-12-28', intervals: [], label: 'Between the years' }];
  await own.me('PUT', `/api/me/schedules/${id}`, { name: 'Week', weekly, overrides });

  const why = await explain('2026-12-28T10:00:00+01:00', own);

  expect(JSON.stringify(why)).toContain(
    '2026 (“Between the years”) is closed by hours of its own.',
  );
});

test('of several lengths the one that is asked about is judged', async () => {
  const own = await open({ eventType: { durationMinutes: 30, otherDurations: [60] } });

  const usual = await explain('2026-11-24T16:30:00+01:00', own);
  const longer = await explain('2026-11-24T16:30:00+01:00', own, 60);
  const { slug } = own.made.eventType;
  const odd = await own.me(
    'GET',
    `/api/me/event-types/${slug}/why?at=2026-11-24T09:00:00Z&durationMinutes=45`,
  );

  expect(codesOf(usual)).toEqual([]);
  expect(longer).toMatchObject({ end: '2026-11-24T16:30:00.000Z', durationMinutes: 60 });
  expect(codesOf(longer)).toEqual(['passes_closing']);
  expect(odd).toMatchObject({ status: 400, body: { errors: [{ field: 'durationMinutes' }] } });
});

test('another organiser’s event type does not exist, and a time must be an instant of these years', async () => {
  const stranger = await open();
  const path = `/api/me/event-types/${made.eventType.slug}/why`;

  const foreign = await stranger.me('GET', `${path}?at=2026-11-24T10:00:00Z`);
  const odd = await me('GET', `${path}?at=tomorrow`);
  const far = await me('GET', `${path}?at=2399-11-24T10:00:00Z`);

  expect([foreign.status, odd.status, far.status]).toEqual([404, 400, 400]);
});

type Opened = { made: MadeOrganiser; me: ApiClient };

async function open(wishes: Parameters<typeof makeOrganiser>[1] = {}): Promise<Opened> {
  const opened = await makeOrganiser(service, {
    availability: {
      overrides: [
        { date: '2026-12-24', intervals: [] },
        { date: '2026-12-31', intervals: [{ opens: '09:00', closes: '12:00' }] },
      ],
    },
    ...wishes,
  });
  return { made: opened, me: await apiClient(service, opened.organiser.id) };
}

async function explain(at: string, whose: Opened = { made, me }, length?: number) {
  const path = `/api/me/event-types/${whose.made.eventType.slug}/why`;
  const asked = length === undefined ? '' : `&durationMinutes=${length}`;
  const reply = await whose.me('GET', `${path}?at=${encodeURIComponent(at)}${asked}`);
  expect(reply.status).toBe(200);
  return reply.body;
}

function codesOf(why: Record<string, unknown>): string[] {
  return (why['reasons'] as { code: string }[]).map(({ code }) => code);
}

function addBusy(calendarId: string, start: string, end: string): void {
  addEvent(service.google.world, calendarId, {
    summary: 'Busy',
    start: new Date(start),
    end: new Date(end),
  });
}

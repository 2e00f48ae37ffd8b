// The organiser's week and month, and the same for programs.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { apiClient } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type AgendaDesk, openAgendaDesk } from './agenda-desk.ts';

let service: TestService;
let desk: AgendaDesk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  desk = await openAgendaDesk(service);
});

afterAll(() => service.close());

test('the week shows each day’s bookings, leading to their pages, and what Google calls busy without its title', async () => {
  const id = await desk.insert({ name: 'Ada', startsAt: '2026-11-24T09:00:00Z' });
  await desk.insert({ name: 'NextWeek', startsAt: '2026-11-30T09:00:00Z' });
  await desk.makeBusy('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z');

  const { text } = await desk.visitor.open('/organiser/calendar');

  expect(headingOf(text)).toBe('23 – 29 November 2026');
  expect(dayOn(text, '2026-11-24')).toContain(`href="/organiser/bookings/${id}"`);
  expect(wordsOn(text, '2026-11-24')).toMatch(/Ada 10:00 – 10:30 Visit.*Busy 13:00 – 14:00/);
  expect(text).not.toMatch(/NextWeek|Secret surgery/);
});

test('a booking of one’s own is not shown as busy a second time', async () => {
  await desk.insert({ name: 'Ada', startsAt: '2026-11-24T09:00:00Z' });
  await desk.makeBusy('2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z');

  const { text } = await desk.visitor.open('/organiser/calendar');

  expect(wordsOn(text, '2026-11-24')).not.toContain('Busy');
});

test('busy time that is not known is said, and leaves no free time to press', async () => {
  service.google.faults.add({ method: '*', fault: 'html_502', times: 'until_cleared' });
  service.clock.advance(20 * 60_000);

  const unknown = await desk.visitor.open('/organiser/calendar');
  const month = await desk.visitor.open('/organiser/calendar?view=month');
  service.google.faults.clear();

  expect(unknown.text).toContain('Time without a mark is not therefore free.');
  expect(unknown.text).not.toContain('free-spot');
  expect(month.text).toContain('Time without a mark is not therefore free.');
});

test('how far Google is asked is said where more is shown', async () => {
  const within = await desk.visitor.open('/organiser/calendar');
  const beyond = await desk.visitor.open('/organiser/calendar?view=month&month=2027-01');
  const over = await desk.visitor.open('/organiser/calendar?date=2026-11-02');

  expect(within.text).not.toContain('Busy times are known until');
  expect(beyond.text).toContain('Busy times are known until Friday 22 January 2027');
  expect(over.text).not.toContain('Busy times are known until');
});

test('open time that is free leads to booking somebody into it; what is taken or over does not', async () => {
  await desk.insert({ name: 'Ada', startsAt: '2026-11-24T09:00:00Z' });
  await desk.makeBusy('2026-11-24T10:00:00Z', '2026-11-24T10:45:00Z');

  const { text } = await desk.visitor.open('/organiser/calendar');

  expect(spotsOn(text, '2026-11-24').slice(0, 4)).toEqual([
    '2026-11-24T08:00:00.000Z',
    '2026-11-24T08:30:00.000Z',
    '2026-11-24T09:30:00.000Z',
    '2026-11-24T11:00:00.000Z',
  ]);
  expect(spotsOn(text, '2026-11-23')[0]).toBe('2026-11-23T08:00:00.000Z');
  expect(spotsOn(text, '2026-11-28')).toEqual([]);
});

test('what reaches over midnight stands on both days', async () => {
  await desk.insert({ name: 'Night', startsAt: '2026-11-24T22:30:00Z', minutes: 60 });

  const week = await desk.visitor.open('/organiser/calendar');
  const month = await desk.visitor.open('/organiser/calendar?view=month');

  expect(wordsOn(week.text, '2026-11-24')).toContain('Night 23:30 – 00:30');
  expect(wordsOn(week.text, '2026-11-25')).toContain('Night 23:30 – 00:30');
  expect(month.text).toMatch(/23:30<\/span>\s*Night[^]*until 00:30<\/span>\s*Night/);
});

test('two at one time stand side by side, and the one that clashes says so', async () => {
  await desk.insert({ name: 'First', startsAt: '2026-11-24T09:00:00Z' });
  await desk.insert({ name: 'Dragged', startsAt: '2026-11-24T09:15:00Z', isClashing: true });

  const day = dayOn((await desk.visitor.open('/organiser/calendar')).text, '2026-11-24');

  expect(day).toMatch(/lane-0-of-2[^]*First[^]*lane-1-of-2[^]*Dragged/);
  expect(wordsOn(day, '2026-11-24')).toMatch(/Dragged 10:15 – 10:45 Visit Clashes/);
});

test.each([
  // the night of the change is an hour longer, or shorter; nine o'clock stays nine o'clock
  ['2026-10-25', '2026-10-25T08:00:00Z', 'Sunday 25 October'],
  ['2027-03-28', '2027-03-28T07:00:00Z', 'Sunday 28 March'],
])(
  'in the week of a clock change (%s) times stand by the wall clock, and it is said',
  async (date, nine, day) => {
    await desk.insert({ name: 'Ada', startsAt: nine });

    const { text } = await desk.visitor.open(`/organiser/calendar?date=${date}`);

    expect(wordsOn(text, date)).toContain('Ada 09:00 – 09:30');
    expect(dayOn(text, date)).toMatch(/row-at-4 row-for-2"[^<]*>\s*<a[^>]*>\s*<strong>Ada/);
    expect(text).toContain(`On ${day} the clocks change.`);
  },
);

test('an all-day event at Google is busy all day, in the week and in the month', async () => {
  await desk.makeBusy('2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z');

  const week = await desk.visitor.open('/organiser/calendar');
  const month = await desk.visitor.open('/organiser/calendar?view=month');

  expect(wordsOn(week.text, '2026-11-25')).toContain('Busy all day');
  expect(month.text.match(/Busy all day/g)).toHaveLength(1);
});

test('the month tells how many there are each day, shows the first, and leads to the others', async () => {
  for (const hour of ['08', '09', '10', '11', '12'])
    await desk.insert({ name: `At${hour}`, startsAt: `2026-11-24T${hour}:00:00Z` });

  const { text } = await desk.visitor.open('/organiser/calendar?view=month&month=2026-11');

  expect(headingOf(text)).toBe('November 2026');
  expect(text).toContain('Tuesday 24 November: 5 bookings');
  expect(text).toContain('Wednesday 25 November: nothing booked');
  expect(text).toContain('At10');
  expect(text).not.toContain('At11');
  expect(text).toMatch(/date=2026-11-24"\s*>2 more/);
});

test.each([
  'view=year',
  'date=soon',
  'date=0000-00-00',
  'view=month&month=2026-13',
  'date=9999-12-31',
])('an address that was mended by hand (%s) shows now', async (query) => {
  const { status, text } = await desk.visitor.open(`/organiser/calendar?${query}`);

  expect(status).toBe(200);
  expect(headingOf(text)).toMatch(/^(23 – 29 )?November 2026$/);
});

test('a program reads the same: open hours, busy times and bookings between two dates', async () => {
  const id = await desk.insert({ name: 'Ada', startsAt: '2026-11-24T09:00:00Z' });
  await desk.makeBusy('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z');
  const me = await apiClient(service, desk.made.organiser.id);

  const { body } = await me('GET', '/api/me/agenda?from=2026-11-24&to=2026-11-28');

  expect(body).toMatchObject({
    timeZone: 'Europe/Berlin',
    busy: { times: [{ start: '2026-11-24T12:00:00.000Z', end: '2026-11-24T13:00:00.000Z' }] },
    bookings: [{ id, attendee: { name: 'Ada' } }],
  });
  expect((body['days'] as unknown[])[0]).toEqual({
    date: '2026-11-24',
    open: [{ opens: '09:00', closes: '17:00' }],
  });
  expect((body['days'] as unknown[])[4]).toEqual({ date: '2026-11-28', open: [] });
});

test('a program is told that busy times are not known, and what is wrong with its question', async () => {
  const me = await apiClient(service, desk.made.organiser.id);
  service.google.faults.add({ method: '*', fault: 'html_502', times: 'until_cleared' });
  service.clock.advance(20 * 60_000);

  const unknown = await me('GET', '/api/me/agenda?from=2026-11-24&to=2026-11-24');
  service.google.faults.clear();
  const faulty = await me('GET', '/api/me/agenda?from=2026-11-24&to=2027-11-24');

  expect(unknown.body['busy']).toBeNull();
  expect(faulty.status).toBe(400);
  expect(faulty.body).toMatchObject({ errors: [{ field: 'to' }] });
});

test('nobody sees another organiser’s calendar', async () => {
  await desk.insert({ name: 'Private', startsAt: '2026-11-24T09:00:00Z' });
  const other = await makeOrganiser(service);
  const stranger = createVisitor(service);
  await stranger.signIn(other.email);
  const them = await apiClient(service, other.organiser.id);

  const { text } = await stranger.open('/organiser/calendar');
  const { body } = await them('GET', '/api/me/agenda?from=2026-11-23&to=2026-11-29');

  expect(text).not.toContain('Private');
  expect(body['bookings']).toEqual([]);
});

function dayOn(text: string, date: string): string {
  return new RegExp(`aria-labelledby="day-${date}"[^]*?</section>`).exec(text)?.[0] ?? text;
}

/** As somebody hears them. */
function wordsOn(text: string, date: string): string {
  return dayOn(text, date)
    .replaceAll(/<[^>]*aria-hidden="true"[^>]*>[^<]*<\/\w+>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** Its spaces are of several widths. */
function headingOf(text: string): string {
  return /<h1>([^<]+)</.exec(text)![1]!.replaceAll(/\s+/g, ' ');
}

function spotsOn(text: string, date: string): string[] {
  return [...dayOn(text, date).matchAll(/organiser\/book\?start=([^"]+)"/g)].map((match) =>
    decodeURIComponent(match[1]!),
  );
}

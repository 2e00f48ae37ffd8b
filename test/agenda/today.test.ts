// The organiser's day.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
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

test('the day’s bookings stand in order, holds and other days’ not among them', async () => {
  await desk.insert({ name: 'Late', startsAt: '2026-11-23T13:00:00Z' });
  await desk.insert({ name: 'Early', startsAt: '2026-11-23T09:00:00Z' });
  await desk.insert({ name: 'Tomorrow', startsAt: '2026-11-24T09:00:00Z' });
  await desk.insert({ name: 'Held', state: 'held', startsAt: '2026-11-23T11:00:00Z' });
  await desk.insert({ name: 'Off', state: 'cancelled', startsAt: '2026-11-23T12:00:00Z' });

  const { text } = await desk.visitor.open('/organiser');

  expect(namesIn(text)).toEqual(['Early', 'Late']);
  expect(text).toContain('2 bookings today');
  expect(text).toContain('10:00–10:30');
});

test('what waits for an answer stands on top, whichever day it is for, and can be answered there', async () => {
  await desk.insert({ name: 'Early', startsAt: '2026-11-23T09:00:00Z' });
  const id = await desk.insert({
    name: 'Asking',
    state: 'requested',
    startsAt: '2026-11-27T09:00:00Z',
  });
  await desk.insert({
    name: 'Unproven',
    state: 'requested',
    startsAt: '2026-11-26T09:00:00Z',
    isProven: false,
  });

  const { text } = await desk.visitor.open('/organiser');

  expect(namesIn(text)).toEqual(['Asking', 'Early']);
  expect(text.indexOf('Waiting for your answer')).toBeLessThan(text.indexOf('1 booking today'));
  expect(text).toContain(`action="/organiser/bookings/${id}/approve"`);
  expect(text).toContain(`action="/organiser/bookings/${id}/decline"`);
});

test('a request of the day itself keeps its place in the day, and leads to its buttons', async () => {
  const id = await desk.insert({
    name: 'Asking',
    state: 'requested',
    startsAt: '2026-11-23T09:00:00Z',
  });

  const { text } = await desk.visitor.open('/organiser');

  expect(text.match(new RegExp(`id="booking-${id}"`, 'g'))).toHaveLength(1);
  expect(text).toContain(`href="#booking-${id}"`);
  expect(text).toContain('1 booking today');
});

test('a clash says whom it meets', async () => {
  await desk.insert({ name: 'First', startsAt: '2026-11-24T09:00:00Z' });
  await desk.insert({ name: 'Dragged', startsAt: '2026-11-24T09:15:00Z', isClashing: true });

  const { text } = await desk.visitor.open('/organiser');

  expect(sectionOf(text, 'clashing')).toMatch(
    /Dragged[^]*At the same time[^]*First<\/a>, 10:00–10:30/,
  );
});

test('what Google or a mail server made trouble with wants a look, whichever day it is for', async () => {
  const id = await desk.insert({ name: 'Odd', startsAt: '2026-11-26T09:00:00Z' });
  await service.parts.database.query(sql`
    update bookings set calendar_flag = 'all_day' where id = ${id}`);

  const today = await desk.visitor.open('/organiser');
  const another = await desk.visitor.open('/organiser?date=2026-11-25');

  expect(sectionOf(today.text, 'look')).toMatch(/Odd[^]*Please look at Google Calendar/);
  expect(sectionOf(another.text, 'look')).toBe('');
});

test('a day is the organiser’s own, from midnight to midnight where they are', async () => {
  await desk.insert({ name: 'Night', startsAt: '2026-11-23T22:30:00Z' });
  await desk.insert({ name: 'AfterMidnight', startsAt: '2026-11-23T23:15:00Z' });

  const today = await desk.visitor.open('/organiser');
  const tomorrow = await desk.visitor.open('/organiser?date=2026-11-24');

  expect(namesIn(today.text)).toEqual(['Night']);
  expect(namesIn(tomorrow.text)).toEqual(['AfterMidnight']);
  expect(tomorrow.text).toContain('<h1>Tuesday 24 November 2026</h1>');
});

test('a day with nothing says so, and when the next booking is', async () => {
  const none = await desk.visitor.open('/organiser');
  await desk.insert({ name: 'Faraway', startsAt: '2027-01-11T09:00:00Z' });
  const one = await desk.visitor.open('/organiser');

  expect(none.text).toContain('Nothing booked today');
  expect(none.text).toContain('Whoever has one of your links can book a time.');
  expect(one.text).toContain('The next booking: Monday 11 January, 10:00, Faraway.');
});

test('the next days tell their first booking, and how many more there are', async () => {
  await desk.insert({ name: 'Second', startsAt: '2026-11-24T11:00:00Z' });
  await desk.insert({ name: 'First', startsAt: '2026-11-24T09:00:00Z' });
  await desk.insert({ name: 'Thursday', startsAt: '2026-11-26T09:00:00Z' });

  const next = sectionOf((await desk.visitor.open('/organiser')).text, 'next');

  expect(next).toMatch(/Tomorrow, Tuesday 24 November[^]*10:00[^]*First[^]*and one more/);
  expect(next).toMatch(/Thursday 26 November[^]*Thursday<\/a>/);
  expect(next).not.toContain('Second');
});

test('what runs is marked as now; between two, the line of the moment and what is next', async () => {
  await desk.insert({ name: 'One', startsAt: '2026-11-23T08:00:00Z' });
  await desk.insert({ name: 'Two', startsAt: '2026-11-23T09:00:00Z' });

  service.clock.set('2026-11-23T08:10:00Z');
  const during = await desk.visitor.open('/organiser');
  service.clock.set('2026-11-23T08:40:00Z');
  const between = await desk.visitor.open('/organiser');
  const another = await desk.visitor.open('/organiser?date=2026-11-24');

  expect(marksIn(during.text)).toEqual(['Now']);
  expect(during.text).not.toContain('now-mark');
  expect(between.text).toMatch(/One[^]*Now, 09:40[^]*Next[^]*Two/);
  expect(marksIn(another.text)).toEqual([]);
});

test('who is new and who returns is told by the visits that took place', async () => {
  await desk.insert({ name: 'Back', state: 'completed', startsAt: '2026-11-16T09:00:00Z' });
  await desk.insert({ name: 'Back', state: 'no_show', startsAt: '2026-11-17T09:00:00Z' });
  await desk.insert({ name: 'Back', startsAt: '2026-11-23T09:00:00Z' });
  await desk.insert({ name: 'Fresh', startsAt: '2026-11-23T10:00:00Z' });

  const { text } = await desk.visitor.open('/organiser');

  expect(text).toMatch(/Back<\/a>[^]*2nd visit[^]*Fresh<\/a>[^]*First visit/);
});

test('busy time that Google tells stands in the day without its title; unknown is not free', async () => {
  await desk.makeBusy('2026-11-23T11:00:00Z', '2026-11-23T12:00:00Z');
  const known = await desk.visitor.open('/organiser');
  service.google.faults.add({ method: '*', fault: 'html_502', times: 'until_cleared' });
  service.clock.advance(20 * 60_000);
  const unknown = await desk.visitor.open('/organiser');
  service.google.faults.clear();

  expect(known.text).toMatch(/12:00–13:00[^]*Busy in Google Calendar/);
  expect(known.text).not.toContain('Secret surgery');
  expect(unknown.text).toContain('Time without a mark is not therefore free.');
});

test('who did not come is noted in the day, which is shown again and says so', async () => {
  const id = await desk.insert({ name: 'Missing', startsAt: '2026-11-20T09:00:00Z' });
  const day = '/organiser?date=2026-11-20';
  const { text } = await desk.visitor.open(day);

  const after = await desk.visitor.send(`/organiser/bookings/${id}/no-show`, {
    back: /name="back" value="([^"]+)"/.exec(text)![1]!,
  });

  expect(after.url.pathname + after.url.search).toMatch(/^\/organiser\?date=2026-11-20&saved=/);
  expect(after.text).toContain('Noted: the attendee did not come.');
  expect(after.text).toContain('<h1>Friday 20 November 2026</h1>');
});

test.each(['yesterday', '2026-02-30', '0001-01-01', '9999-12-31'])(
  'a date that cannot be shown (%s) shows today',
  async (date) => {
    const { status, text } = await desk.visitor.open(`/organiser?date=${date}`);

    expect(status).toBe(200);
    expect(text).toContain('<h1>Today, Monday 23 November</h1>');
  },
);

test('nobody sees another organiser’s day', async () => {
  await desk.insert({ name: 'Private', startsAt: '2026-11-23T09:00:00Z' });
  await desk.insert({ name: 'Waiting', state: 'requested', startsAt: '2026-11-24T09:00:00Z' });
  const stranger = createVisitor(service);
  await stranger.signIn((await makeOrganiser(service)).email);

  const { text } = await stranger.open('/organiser');

  expect(text).toContain('Nothing booked today');
  expect(text).not.toMatch(/Private|Waiting for/);
});

test('what was erased has no name, and still its place', async () => {
  const id = await desk.insert({ name: 'Gone', startsAt: '2026-11-23T09:00:00Z' });
  await service.parts.database.query(sql`
    update bookings set attendee_name = null, attendee_email = null where id = ${id}`);

  const { text } = await desk.visitor.open('/organiser');

  expect(text).toContain(`<a href="/organiser/bookings/${id}">Erased</a>`);
});

function namesIn(text: string): string[] {
  return [...text.matchAll(/<h3><a[^>]*>(\w+)<\/a><\/h3>/g)].map((match) => match[1]!);
}

function marksIn(text: string): string[] {
  return [...text.matchAll(/class="entry-mark">([^<]+)</g)].map((match) => match[1]!);
}

function sectionOf(text: string, id: string): string {
  return new RegExp(`aria-labelledby="${id}"[^]*?</section>`).exec(text)?.[0] ?? '';
}

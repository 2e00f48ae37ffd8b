// Booking for somebody, page by page and without scripts: each step is an address, and nothing that was typed is lost.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { createVisitor, type Shown } from '../organisers/visitor.ts';
import { hold } from '../support/attendee.ts';
import { addEventType } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import {
  type BehalfDesk,
  book,
  countAt,
  lea,
  openBehalfDesk,
  saturdayAtTen,
  tuesdayAtTen,
} from './desk.ts';

let service: TestService;
let desk: BehalfDesk;
let slug: string;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  desk = await openBehalfDesk(service);
  ({ slug } = desk.made.eventType);
});

afterAll(() => service.close());

test('what, when and who are asked one after the other', async () => {
  await book(desk, { start: '2026-11-25T09:00:00Z' });

  const what = await open('');
  const when = await open(`?eventType=${slug}&date=2026-11-24`);
  const whom = await open(`?eventType=${slug}&start=${tuesdayAtTen}`);
  const details = await open(`?eventType=${slug}&start=${tuesdayAtTen}&who=new`);

  expect(what.text).toContain(`href="/organiser/book?eventType=${slug}"`);
  expect(when.text).toContain(`value="${tuesdayAtTen}"`);
  expect(when.text).toContain('Another time');
  expect(whom.text).toMatch(/Booked last[^]*Lea Attendee[^]*Somebody new/);
  expect(details.text).toContain('name="email"');
});

test('the first attendee of all is nobody to search for', async () => {
  const shown = await open(`?eventType=${slug}&start=${tuesdayAtTen}`);

  expect(shown.url.searchParams.get('who')).toBe('new');
});

test('attendees are found by part of the name or address, and the form knows them', async () => {
  const { body } = await book(desk, {
    start: '2026-11-25T09:00:00Z',
    attendee: { ...lea, phone: '+4930901820', timeZone: 'Asia/Kolkata', locale: 'hi' },
  });
  const { id } = body['attendee'] as { id: string };

  const found = await open(`?eventType=${slug}&start=${tuesdayAtTen}&q=atten`);
  const none = await open(`?eventType=${slug}&start=${tuesdayAtTen}&q=nobody@example.org`);
  const form = await open(`?eventType=${slug}&start=${tuesdayAtTen}&attendee=${id}`);

  expect(found.text).toContain(`attendee=${id}`);
  expect(none.text).toContain('who=new&amp;q=nobody%40example.org');
  for (const known of ['Lea Attendee', lea.email, '+4930901820'])
    expect(form.text).toContain(`value="${known}"`);
  expect(form.text).toMatch(/value="hi" selected/);
  expect(form.text).toMatch(/value="Asia\/Kolkata" selected/);
});

test('an address that names nobody of one’s own asks for somebody new', async () => {
  const other = await openBehalfDesk(service);
  const { body } = await book(other);
  const { id } = body['attendee'] as { id: string };

  const form = await open(`?eventType=${slug}&start=${tuesdayAtTen}&attendee=${id}`);

  expect(form.status).toBe(200);
  expect(form.text).not.toContain(lea.email);
});

test('a free time is booked in one press, and the booking’s page says so', async () => {
  const booked = await send({ ...lea, note: 'Rang up' });

  expect(booked.url.pathname).toMatch(/^\/organiser\/bookings\/[\da-f-]{36}$/);
  expect(booked.text).toContain('Booked. The attendee is told');
  expect(booked.text).toContain('Rang up');
});

test('pressed twice it is one booking', async () => {
  const visit = '8c2c1f4e-6a3b-4f2e-9f65-0c9b2f3a4d5e';

  const [one, two] = await Promise.all([send({ ...lea, visit }), send({ ...lea, visit })]);
  const late = await send({ ...lea, visit });

  expect(two.url.pathname).toBe(one.url.pathname);
  expect(late.url.pathname).toBe(one.url.pathname);
  expect(await countAt(service, desk)).toBe(1);
});

test('a time outside of the hours is typed, asked about, and booked', async () => {
  const chosen = await open(`?eventType=${slug}&on=2026-11-28&at=10.00`);
  const asked = await open(`?eventType=${slug}&start=${saturdayAtTen}&who=new`);
  const unticked = await send({ ...lea, start: saturdayAtTen });
  const booked = await send({ ...lea, start: saturdayAtTen, accept: 'outside_hours' });

  expect(chosen.url.searchParams.get('start')).toBe(saturdayAtTen);
  expect(asked.text).toContain('It is outside of your hours.');
  expect(unticked.status).toBe(409);
  expect(unticked.text).toContain('Tick this to take it all the same');
  expect(unticked.text).toContain(`value="${lea.email}"`);
  expect(booked.url.pathname).toContain('/organiser/bookings/');
});

test.each([
  ['on=&at=10:00', 'Choose a date'],
  ['on=2026-11-28&at=ten', 'Give a time, such as 9:30'],
  ['on=2027-03-28&at=02:30', 'never shows this time'],
])('what is no time (%s) is told beside what was typed', async (typed, words) => {
  const shown = await open(`?eventType=${slug}&${typed}`);

  expect(shown.status).toBe(400);
  expect(shown.text).toContain(words);
  expect(shown.text).toContain(`value="${typed.split('at=')[1]!}"`);
});

test('what came up at Google since it was asked about is asked about anew', async () => {
  haveDentist('08:30', '09:30');
  const asked = await open(`?eventType=${slug}&start=${tuesdayAtTen}&who=new`);
  const accept = /name="accept" value="([^"]*)"/.exec(asked.text)![1]!;
  haveDentist('09:15', '09:45');
  service.clock.advance(5000);

  const again = await send({ ...lea, accept });

  expect(again.status).toBe(409);
  expect(again.text).toMatch(/busy at Google, 09:30–10:45/);
  expect(await countAt(service, desk)).toBe(0);
});

test('a time that was taken meanwhile is told with what is free near it; all that was typed goes along', async () => {
  await hold(service, desk.made, tuesdayAtTen);

  const refused = await send({ ...lea, note: 'Rang up' });
  const taken = await send({ ...lea, note: 'Rang up', take: '2026-11-24T09:30:00.000Z' });

  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Somebody is filling in the form');
  expect(refused.text).toContain('name="take" value="2026-11-24T09:30:00.000Z"');
  expect(refused.text).toContain('Rang up');
  expect(taken.text).toContain('10:30 – 11:00');
});

test('another time can be typed in place of one that is taken', async () => {
  await hold(service, desk.made, tuesdayAtTen);

  const faulty = await send({ ...lea, on: '2026-11-24', at: 'noon' });
  const booked = await send({ ...lea, on: '2026-11-24', at: '12:05' });

  expect(faulty.status).toBe(400);
  expect(faulty.text).toContain('value="noon"');
  expect(booked.text).toContain('12:05 – 12:35');
});

test('where Google does not answer it is said, and nothing that was typed is lost', async () => {
  service.clock.advance(10 * 60_000);
  const method = 'calendar.freebusy.query';
  service.google.faults.add({ method, fault: 'backendError', times: 'until_cleared' });

  const refused = await send({ ...lea, note: 'Rang up' });

  expect(refused.status).toBe(503);
  expect(refused.text).toContain('Your calendar does not answer just now');
  expect(refused.text).toContain('Rang up');
  expect(await countAt(service, desk)).toBe(0);
});

test('every fault of the form is named, and shown beside its field', async () => {
  const shown = await send({ name: '', email: 'nobody', phone: '12' });

  expect(shown.status).toBe(400);
  for (const field of ['name', 'email', 'phone'])
    expect(shown.text).toContain(`href="#field-${field}"`);
  expect(shown.text).toContain('value="nobody"');
});

test('one of several lengths is chosen with the time', async () => {
  const { slug: several } = await addEventType(service, desk.made.organiser.id, {
    durationMinutes: 30,
    otherDurations: [60],
  });

  const when = await open(`?eventType=${several}&durationMinutes=60`);
  const booked = await send({ ...lea, eventType: several, durationMinutes: '60' });

  expect(when.text).toContain('1 hour');
  expect(booked.text).toContain('10:00 – 11:00');
});

test('who is not signed in is led to the sign-in page', async () => {
  const shown = await createVisitor(service).open('/organiser/book');

  expect(shown.url.pathname).toBe('/organiser/sign-in');
});

function open(query: string): Promise<Shown> {
  return desk.visitor.open(`/organiser/book${query}`);
}

function send(fields: Record<string, string>): Promise<Shown> {
  return desk.visitor.send('/organiser/book', {
    eventType: slug,
    start: tuesdayAtTen,
    theirZone: 'Europe/Berlin',
    theirLanguage: 'en',
    ...fields,
  });
}

function haveDentist(from: string, to: string): void {
  const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
  const event = { summary: 'Dentist', start: at(from), end: at(to) };
  addEvent(service.google.world, desk.made.email, event);
}

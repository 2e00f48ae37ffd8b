// The week view without JavaScript: plain pages and plain forms.
import { expect, test } from '@jest/globals';
import type { CalendarEvent } from '../../src/sandbox/google/events/event.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import type { World } from '../../src/sandbox/google/world.ts';
import { mira, openSandbox, post, sam, type OpenSandbox } from './open-sandbox.ts';

const consultation = {
  title: 'Consultation',
  startDate: '2026-11-26',
  startTime: '14:00',
  endDate: '2026-11-26',
  endTime: '14:45',
  place: 'Room 4',
  guests: 'sam@example.com, jo@example.org',
  show: 'opaque',
  repeats: '',
};

test("a week shows the account's events, each with how the account stands to it", async () => {
  const sandbox = await openSandbox();

  const page = await read(sandbox, weekOf(mira));

  expect(page).toMatch(/<h1>23\s–\s29 November 2026<.h1>/);
  expect(look(page, 'Lunch')).toContain('own');
  expect(look(page, 'Budget review')).toContain('tentative');
  expect(look(page, 'Planning for spring')).toContain('needsAction');
  expect(look(page, 'Photo for the website')).toContain('declined');
  expect(look(page, 'Dentist')).toContain('free');
});

test('another week shows its own events, instances of series among them', async () => {
  const sandbox = await openSandbox();

  const page = await read(sandbox, weekOf(mira, '2026-12-04'));

  expect(page).toContain('Out of office');
  expect(page).toContain('Team meeting');
  expect(page).not.toContain('Budget review');
});

test('what was cancelled is not shown', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, sam, 'Budget review');

  await post(`${sandbox.url}${eventAt(sam, id)}/delete`, {});

  expect(await read(sandbox, weekOf(sam))).not.toContain('Budget review');
  expect(await read(sandbox, weekOf(mira))).not.toContain('Budget review');
  expect((await fetch(sandbox.url + eventAt(sam, id))).status).toBe(404);
});

test('an event is added by its form, and its guests are invited', async () => {
  const sandbox = await openSandbox();

  const reply = await post(`${sandbox.url}/calendar/${mira}`, consultation);

  expect(decodeURIComponent(reply.url)).toContain(`/calendar/${mira}?week=2026-11-26`);
  const event = eventNamed(sandbox.world, mira, 'Consultation');
  expect(event).toMatchObject({
    start: { dateTime: '2026-11-26T13:00:00.000Z', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-11-26T13:45:00.000Z' },
    location: 'Room 4',
    attendees: [{ email: sam }, { email: 'jo@example.org' }],
  });
  expect(sandbox.world.invitations.slice(-2)).toMatchObject([
    { kind: 'invite', to: sam, summary: 'Consultation' },
    { kind: 'invite', to: 'jo@example.org' },
  ]);
});

test('whole days and repeating events are added as such', async () => {
  const sandbox = await openSandbox();
  const holiday = { ...consultation, title: 'Holiday', allDay: 'on', endDate: '2026-11-27' };

  await post(`${sandbox.url}/calendar/${mira}`, { ...holiday, guests: '' });
  const weekly = { ...consultation, title: 'Choir', repeats: 'RRULE:FREQ=WEEKLY' };
  await post(`${sandbox.url}/calendar/${mira}`, weekly);

  expect(eventNamed(sandbox.world, mira, 'Holiday')).toMatchObject({
    start: { date: '2026-11-26' },
    end: { date: '2026-11-28' },
  });
  expect(eventNamed(sandbox.world, mira, 'Choir').recurrence).toEqual(['RRULE:FREQ=WEEKLY']);
});

test.each([
  [{ endTime: '13:00' }, 'The end lies before the start.'],
  [{ startTime: '' }, 'Give both a day and a time.'],
  [{ guests: 'jo at example.org' }, '“jo” is not an e-mail address.'],
])('a form that cannot be taken says why and keeps what was typed: %p', async (fault, words) => {
  const sandbox = await openSandbox();

  const reply = await post(`${sandbox.url}/calendar/${mira}`, { ...consultation, ...fault });

  const page = await reply.text();
  expect(reply.status).toBe(400);
  expect(page).toContain(words);
  expect(page).toContain('value="Consultation"');
});

test('an event is retitled and moved by its form, and guests keep their answers', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, sam, 'Budget review');
  const form = { ...consultation, title: 'Budget', guests: `${mira} jo@example.org` };

  await post(sandbox.url + eventAt(sam, id), form);

  expect(eventNamed(sandbox.world, mira, 'Budget')).toMatchObject({
    id,
    start: { dateTime: '2026-11-26T13:00:00.000Z' },
    attendees: [
      { email: mira, responseStatus: 'tentative' },
      { email: 'jo@example.org', responseStatus: 'needsAction' },
    ],
  });
});

test('a timed event becomes one of whole days, and back', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, mira, 'Physiotherapy');
  const form = { ...consultation, title: 'Physiotherapy', guests: '' };

  await post(sandbox.url + eventAt(mira, id), { ...form, allDay: 'on' });
  const whole = eventNamed(sandbox.world, mira, 'Physiotherapy');
  await post(sandbox.url + eventAt(mira, id), form);
  const timed = eventNamed(sandbox.world, mira, 'Physiotherapy');

  expect(whole.start).toEqual({ date: '2026-11-26' });
  expect(timed.start).toMatchObject({ dateTime: '2026-11-26T13:00:00.000Z' });
});

test('one instance of a series is changed alone', async () => {
  const sandbox = await openSandbox();
  const instance = instanceOf(sandbox.world, 'Lunch', '20261126T113000Z');

  const form = { ...consultation, title: 'Long lunch', guests: '', scope: 'one' };
  await post(sandbox.url + eventAt(mira, instance), form);

  const page = await read(sandbox, weekOf(mira));
  expect(count(page, '<b>Lunch</b>')).toBe(4);
  expect(count(page, '<b>Long lunch</b>')).toBe(1);
});

test('the whole series moves by as much as the instance does', async () => {
  const sandbox = await openSandbox();
  const instance = instanceOf(sandbox.world, 'Lunch', '20261126T113000Z');

  const form = { ...consultation, title: 'Lunch', guests: '', scope: 'series' };
  await post(sandbox.url + eventAt(mira, instance), form);

  expect(eventNamed(sandbox.world, mira, 'Lunch')).toMatchObject({
    start: { dateTime: '2026-11-23T13:00:00.000Z' },
    end: { dateTime: '2026-11-23T13:45:00.000Z' },
  });
});

test('one instance or the whole series is deleted', async () => {
  const sandbox = await openSandbox();
  const one = instanceOf(sandbox.world, 'Lunch', '20261126T113000Z');

  await post(`${sandbox.url}${eventAt(mira, one)}/delete`, { scope: 'one' });
  const afterOne = await read(sandbox, weekOf(mira));
  const another = instanceOf(sandbox.world, 'Lunch', '20261127T113000Z');
  await post(`${sandbox.url}${eventAt(mira, another)}/delete`, { scope: 'series' });
  const afterAll = await read(sandbox, weekOf(mira));

  expect([count(afterOne, '<b>Lunch</b>'), count(afterAll, '<b>Lunch</b>')]).toEqual([4, 0]);
});

test("an invitation is answered with a comment, which the organiser's page shows", async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, mira, 'Planning for spring');

  await post(`${sandbox.url}${eventAt(mira, id)}/answer`, { answer: 'declined', comment: 'Away' });

  const page = await read(sandbox, eventAt(sam, id));
  expect(page).toContain('“Away”');
  expect(page).toContain('<span class="answer">No</span>');
  expect(await read(sandbox, '/calendar/invitations')).toContain('No, “Away”');
});

test('an invited event can be answered and removed, not changed', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, mira, 'Planning for spring');

  const page = await read(sandbox, eventAt(mira, id));
  const reply = await post(`${sandbox.url}${eventAt(mira, id)}`, consultation);

  expect(page).toContain('Will you come?');
  expect(page).not.toContain('name="startDate"');
  expect(reply.status).toBe(400);
  expect(await reply.text()).toContain('can only be changed by the organizer');
});

test("a week is shown on the calendar's clocks, also where they change", async () => {
  const sandbox = await openSandbox();
  const start = new Date('2027-03-28T06:00:00Z');
  const end = new Date('2027-03-28T07:00:00Z');
  addEvent(sandbox.world, mira, { summary: 'Sunday walk', start, end });

  const page = await read(sandbox, weekOf(mira, '2027-03-28'));

  expect(page).toContain('08:00–09:00');
});

test("an account's second calendar is shown with the first, and events can be added to it", async () => {
  const sandbox = await openSandbox();
  const { id } = sandbox.world.addCalendar({ owner: mira, summary: 'Bookings' });

  await post(`${sandbox.url}/calendar/${mira}`, { ...consultation, calendarId: id });

  expect(await read(sandbox, weekOf(mira))).toContain('<b>Consultation</b>');
  expect(eventNamed(sandbox.world, id, 'Consultation').organizer.email).toBe(id);
});

test('a calendar that is only shared for reading is seen and not changed', async () => {
  const sandbox = await openSandbox();
  sandbox.world.share(sam, mira, 'reader');
  const { id } = eventNamed(sandbox.world, sam, 'Swimming');

  const page = await read(sandbox, `/calendar/${mira}/${sam}/${id}`);
  const reply = await post(`${sandbox.url}/calendar/${mira}/${sam}/${id}/delete`, {});

  expect(await read(sandbox, weekOf(mira))).toContain('Swimming');
  expect(page).not.toContain('<button');
  expect(reply.status).toBe(404);
  expect(eventNamed(sandbox.world, sam, 'Swimming').status).toBe('confirmed');
});

test('a title that looks like HTML is text', async () => {
  const sandbox = await openSandbox();

  await post(`${sandbox.url}/calendar/${mira}`, { ...consultation, title: '<img src=x>' });

  const page = await read(sandbox, weekOf(mira));
  expect(page).toContain('&lt;img src=x&gt;');
  expect(page).not.toContain('<img src=x>');
});

test('a form of another site changes nothing', async () => {
  const sandbox = await openSandbox();

  const reply = await fetch(`${sandbox.url}/calendar/${mira}`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
    body: new URLSearchParams(consultation),
  });

  expect(reply.status).toBe(403);
  expect(await read(sandbox, weekOf(mira))).not.toContain('Consultation');
});

test('an account that is not there is not found', async () => {
  const sandbox = await openSandbox();

  const replies = await Promise.all(
    ['/calendar/no@example.com', '/calendar/no@example.com/new'].map((path) =>
      fetch(sandbox.url + path),
    ),
  );

  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
});

function weekOf(account: string, date?: string): string {
  return `/calendar/${encodeURIComponent(account)}${date === undefined ? '' : `?week=${date}`}`;
}

function eventAt(account: string, eventId: string): string {
  return `/calendar/${account}/${account}/${eventId}`;
}

function eventNamed({ state }: World, calendarId: string, summary: string): CalendarEvent {
  const events = Object.values(state.events[calendarId]!);
  return events.find(({ event }) => event.summary === summary && !event.recurringEventId)!.event;
}

function instanceOf(world: World, summary: string, stamp: string): string {
  return `${eventNamed(world, mira, summary).id}_${stamp}`;
}

/** The classes of the event's place in the grid. */
function look(page: string, title: string): string {
  return new RegExp(`class="(event [^"]*)"[^>]*>\\s*<b>${title}`).exec(page)?.[1] ?? '';
}

function count(page: string, text: string): number {
  return page.split(text).length - 1;
}

async function read({ url }: OpenSandbox, path: string): Promise<string> {
  const reply = await fetch(url + path);
  return reply.text();
}

// The week view's forms, without JavaScript.
import { expect, test } from '@jest/globals';
import type { World } from '../../src/sandbox/google/world.ts';
import { mira, openSandbox, post, sam } from './open-sandbox.ts';
import { consultation, count, eventAt, eventNamed, read, weekOf } from './week-pages.ts';

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

test('an event’s text is written by its form, and taken away where the form leaves it empty', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, mira, 'Physiotherapy');
  const form = { ...consultation, title: 'Physiotherapy', guests: '' };

  await post(sandbox.url + eventAt(mira, id), { ...form, text: 'Bring the letter.' });
  const written = eventNamed(sandbox.world, mira, 'Physiotherapy').description;
  await post(sandbox.url + eventAt(mira, id), { ...form, text: '' });
  const emptied = eventNamed(sandbox.world, mira, 'Physiotherapy').description;

  expect([written, emptied]).toEqual(['Bring the letter.', undefined]);
});

test('an event is put on another calendar by its page', async () => {
  const sandbox = await openSandbox();
  const { id: practice } = sandbox.world.addCalendar({ owner: mira, summary: 'Practice' });
  const { id } = eventNamed(sandbox.world, mira, 'Physiotherapy');
  const page = await read(sandbox, eventAt(mira, id));

  await post(`${sandbox.url}${eventAt(mira, id)}/calendar`, { destination: practice });

  expect(page).toContain(`<option value="${practice}">Practice</option>`);
  expect(eventNamed(sandbox.world, practice, 'Physiotherapy')).toMatchObject({
    id,
    status: 'confirmed',
  });
  expect(eventNamed(sandbox.world, mira, 'Physiotherapy').status).toBe('cancelled');
});

test('an event is not put on a calendar that the account may not write', async () => {
  const sandbox = await openSandbox();
  const { id } = eventNamed(sandbox.world, mira, 'Physiotherapy');

  const reply = await post(`${sandbox.url}${eventAt(mira, id)}/calendar`, { destination: sam });

  expect(reply.status).toBe(400);
  expect(eventNamed(sandbox.world, mira, 'Physiotherapy').status).toBe('confirmed');
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

function instanceOf(world: World, summary: string, stamp: string): string {
  return `${eventNamed(world, mira, summary).id}_${stamp}`;
}

// What the week view shows, without JavaScript.
import { expect, test } from '@jest/globals';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { mira, openSandbox, post, sam } from './open-sandbox.ts';
import { consultation, eventAt, eventNamed, read, weekOf } from './week-pages.ts';

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

test('on a Saturday the coming week is shown, and any other is a click away', async () => {
  const sandbox = await openSandbox('2026-11-28T10:20:00Z');

  const coming = await read(sandbox, weekOf(mira));
  const present = await read(sandbox, weekOf(mira, '2026-11-28'));

  expect(coming).toMatch(/<h1>30\sNovember\s–\s6\sDecember 2026<.h1>/);
  expect(present).toMatch(/<h1>23\s–\s29 November 2026<.h1>/);
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

test('an account that is not there is not found', async () => {
  const sandbox = await openSandbox();

  const replies = await Promise.all(
    ['/calendar/no@example.com', '/calendar/no@example.com/new'].map((path) =>
      fetch(sandbox.url + path),
    ),
  );

  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
});

function look(page: string, title: string): string {
  return new RegExp(`class="(event [^"]*)"[^>]*>\\s*<b>${title}`).exec(page)?.[1] ?? '';
}

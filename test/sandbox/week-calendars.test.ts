// The page of an account's calendars.
import { expect, test } from '@jest/globals';
import type { World } from '../../src/sandbox/google/world.ts';
import { lea, mira, openSandbox, post, sam } from './open-sandbox.ts';
import { read } from './week-pages.ts';

const page = `/calendar/${mira}/calendars`;

test('a calendar is added, with its zone', async () => {
  const { url, world } = await openSandbox();

  await post(url + page, { name: 'Practice', timeZone: 'Europe/London' });

  expect(calendarNamed(world, 'Practice')).toMatchObject({
    owner: mira,
    timeZone: 'Europe/London',
  });
});

test.each([
  [{ name: ' ', timeZone: 'Europe/London' }, 'Give the calendar a name.'],
  [{ name: 'Practice', timeZone: 'Berlin' }, '“Berlin” is not a time zone'],
])('a calendar that cannot be added: %p', async (form, words) => {
  const { url } = await openSandbox();

  const reply = await post(url + page, form);

  expect(reply.status).toBe(400);
  expect(await reply.text()).toContain(words);
});

test('a calendar is shared, and that is taken back', async () => {
  const sandbox = await openSandbox();
  const { url, world } = sandbox;

  await post(`${url}${page}/${mira}/share`, { address: lea, role: 'writer' });
  const shared = await read(sandbox, `/calendar/${lea}/calendars`);
  await post(`${url}${page}/${mira}/unshare`, { address: lea });

  expect(shared).toContain('Shared by others');
  expect(shared).toContain('this account changes events');
  expect(world.state.calendars[mira]!.sharedTo).toEqual({});
});

test('a secondary calendar is deleted, the account’s own is not', async () => {
  const sandbox = await openSandbox();
  const { url, world } = sandbox;
  const { id } = world.addCalendar({ owner: mira, summary: 'Practice' });

  await post(`${url}${page}/${id}/delete`, {});
  const refused = await post(`${url}${page}/${mira}/delete`, {});

  expect(calendarNamed(world, 'Practice')).toBeUndefined();
  expect(refused.status).toBe(400);
  expect(world.state.calendars[mira]).toBeDefined();
});

test('a calendar takes another zone', async () => {
  const { url, world } = await openSandbox();

  await post(`${url}${page}/${mira}/time-zone`, { timeZone: 'America/New_York' });

  expect(world.state.calendars[mira]!.timeZone).toBe('America/New_York');
});

test('another’s calendar is not to be shared or deleted', async () => {
  const { url, world } = await openSandbox();

  const reply = await post(`${url}${page}/${sam}/share`, { address: lea, role: 'owner' });

  expect(reply.status).toBe(404);
  expect(world.state.calendars[sam]!.sharedTo).toEqual({});
});

function calendarNamed({ state }: World, name: string) {
  return Object.values(state.calendars).find(({ summary }) => summary === name);
}

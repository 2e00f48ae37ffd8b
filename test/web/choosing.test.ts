// A time that is chosen twice, by two presses or from two processes; and too many times kept at once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { chooseSlot } from '../../src/bookings/choose-slot.ts';
import { sql } from '../../src/database/sql.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { linkTo, pathOf, visitor } from './visit.ts';

let service: TestService;
let made: MadeOrganiser;
let visit: ReturnType<typeof visitor>;

beforeAll(async () => {
  service = await startTestService({ config: { rateLimitPerMinute: 10_000 } });
  visit = visitor(service);
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  await service.parts.database.query(sql`delete from bookings`);
});

afterAll(() => service.close());

const ten = '2026-11-24T09:00:00Z';
const eleven = '2026-11-24T10:00:00Z';

test('two presses of one page at once are one hold, also when each is answered by a process of its own', async () => {
  const choice = choiceOf(ten);

  const [one, other] = await Promise.all([choose(choice), choose(choice)]);

  expect(one.token).toBe(other.token);
  expect(await liveStarts()).toEqual([ten]);
});

test('two times chosen at once on one page leave one of them held', async () => {
  const page = randomUUID();

  await Promise.all([choose(choiceOf(ten, page)), choose(choiceOf(eleven, page))]);

  expect(await liveStarts()).toHaveLength(1);
});

test('another time, and then the first again, are swaps', async () => {
  const page = randomUUID();

  const first = await choose(choiceOf(ten, page));
  await choose(choiceOf(eleven, page));
  const again = await choose(choiceOf(ten, page));

  expect(again.token).not.toBe(first.token);
  expect(await liveStarts()).toEqual([ten]);
});

test('a time that ran out is held anew from the same page', async () => {
  const choice = choiceOf(ten);
  const first = await choose(choice);
  service.clock.advance(11 * 60_000);

  const second = await choose(choice);

  expect(second.token).not.toBe(first.token);
  expect(await liveStarts()).toEqual([ten]);
});

test('a page pressed more often than anybody would is still answered', async () => {
  const page = randomUUID();

  for (let press = 0; press < 21; press += 1)
    await choose(choiceOf(press % 2 === 0 ? ten : eleven, page));

  expect(await liveStarts()).toEqual([ten]);
});

test('another page does not find the hold of the first', async () => {
  await choose(choiceOf(ten));

  await expect(choose(choiceOf(ten))).rejects.toMatchObject({ code: 'slot_taken' });
});

test('whoever keeps too many times is led on to them, told when the first ends, and can let one go', async () => {
  const cookie = await keep(['08:00', '09:00', '10:00']);

  const refused = await visit.post(`${pathOf(made)}/hold`, at('13:00'), { Cookie: cookie });
  const form = await visit.get(linkTo(refused.markup, 'Go on'));
  const leave = /name="leave" value="([^"]+)"/.exec(refused.markup)![1]!;
  const back = { leave, date: '2026-11-24', timeZone: 'Europe/Berlin', clock: '24' };
  const left = await visit.post(`${pathOf(made)}/leave`, back);
  const chosen = await visit.post(`${pathOf(made)}/hold`, at('13:00'), { Cookie: cookie });

  expect(refused.status).toBe(429);
  expect(refused.words).toContain('You are keeping several times already');
  expect(refused.words).toContain('The first one ends by itself at 09:10');
  expect(refused.words).toContain(
    'Tuesday 24 November 2026, 11:00 – 11:30 Visit with Test Organiser',
  );
  expect(refused.words).toContain('Tuesday 24 November Choose another day');
  expect(form.words).toContain('Your details');
  expect(left.location).toBe(`${pathOf(made)}?date=2026-11-24&timeZone=Europe/Berlin&clock=24`);
  expect(chosen.status).toBe(303);
});

test('holds of somebody else behind the same address are not shown', async () => {
  await keep(['08:00', '09:00', '10:00']);

  const { status, words, markup } = await visit.post(`${pathOf(made)}/hold`, at('13:00'));

  expect(status).toBe(429);
  expect(words).toContain('by somebody who shares your internet connection');
  expect(words).toContain('The first one ends by itself at 09:10');
  expect(markup).not.toContain('Let it go');
});

test('a cookie of nonsense is no trouble', async () => {
  await keep(['08:00', '09:00', '10:00']);
  const Cookie = 'quarterhour-holds=x.y..%00.AAAA';

  const { status, words } = await visit.post(`${pathOf(made)}/hold`, at('13:00'), { Cookie });

  expect(status).toBe(429);
  expect(words).toContain('You are keeping several times already');
});

function choiceOf(start: string, page: string = randomUUID()) {
  const { organiser, eventType } = made;
  const place = { handle: organiser.handle, slug: eventType.slug };
  return { ...place, startsAt: new Date(start), visit: page, client: null };
}

function choose(choice: Parameters<typeof chooseSlot>[1]) {
  return chooseSlot(service.parts, choice);
}

async function liveStarts(): Promise<string[]> {
  const rows = await service.parts.database.query<{ startsAt: Date }>(sql`
    select starts_at as "startsAt" from bookings
    where state = 'held' and expires_at > ${service.clock()} order by starts_at`);
  return rows.map(({ startsAt }) => startsAt.toISOString().replace('.000', ''));
}

/** Each from a page of its own, in one browser. The cookie that it has then. */
async function keep(hours: string[]): Promise<string> {
  let cookie = '';
  for (const hour of hours) {
    const { headers } = await visit.post(`${pathOf(made)}/hold`, at(hour), { Cookie: cookie });
    cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  }
  return cookie;
}

function at(hour: string) {
  const start = `2026-11-24T${hour}:00Z`;
  return { start, timeZone: 'Europe/Berlin', clock: '24', visit: randomUUID() };
}

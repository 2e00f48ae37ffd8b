// Addresses and forms that nobody would send: refused or passed over kindly, never a fault of ours.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { book, hold, tokenOf } from '../support/attendee.ts';
import { openDesk } from '../support/desk.ts';
import { addEventType, makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { type Fields, pathOf, visitor } from './visit.ts';

let service: TestService;
let made: MadeOrganiser;
let visit: ReturnType<typeof visitor>;
let pages: Record<'manage' | 'unproven' | 'confirm' | 'calendar', string>;
let held: string;

beforeAll(async () => {
  service = await startTestService();
  visit = visitor(service);
  made = await makeOrganiser(service);
  const booked = await book(service, made, '2026-11-24T09:00:00Z');
  const asks = await addEventType(service, made.organiser.id, { confirmation: 'email' });
  const proving = { ...made, eventType: asks };
  const desk = openDesk(service, proving);
  const { requested, email } = await desk.makeRequest('2026-11-25T10:00:00Z');
  pages = {
    calendar: pathOf(made),
    manage: `/bookings/${tokenOf(booked.body.manageUrl)}`,
    unproven: `/bookings/${tokenOf(requested.body.manageUrl)}`,
    confirm: `/confirm/${await desk.mailedToken(email)}`,
  };
  held = (await hold(service, made, '2026-11-26T10:00:00Z')).body.token;
});

afterAll(() => service.close());

/** What breaks dates, zones, numbers, text and Postgres. */
const odd = [
  '',
  ' ',
  '9999',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '1969-12-31T23:59:00Z',
  '2199-12-31T23:59:00Z',
  '2026-11-24T10:00:00+99:99',
  '2026-02-30',
  '0001-01',
  '9999-12',
  '2026-13',
  '\0',
  '%00',
  '\uFFFF\u202E',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  'a'.repeat(5000),
  'null',
  '[object Object]',
  '__proto__',
  'Etc/GMT+12',
  'Factory',
  '-1',
  'NaN',
  '1e308',
];
const queryNames = ['start', 'date', 'month', 'timeZone', 'clock', 'hold', 'visit', 'kept', 'mail'];
const fieldNames =
  'start take hold leave visit timeZone clock date reason name email phone phoneCountry age gender address newPatient note answers answers.x answers[x][y] __proto__.x constructor'.split(
    ' ',
  );

const gets: [string, () => string][] = [
  ['the profile', () => `/${made.organiser.handle}`],
  ['the calendar', () => pages.calendar],
  ['the form', () => `${pages.calendar}/book`],
  ['the form of a hold', () => `${pages.calendar}/book?hold=${held}&x=`],
  ['the received appointment', () => pages.manage],
  ['the move', () => `${pages.manage}/move`],
  ['the cancellation', () => `${pages.manage}/cancel`],
  ['the page that waits for the proof', () => pages.unproven],
  ['the page behind the link', () => pages.confirm],
];

test.each(gets)('no query of nonsense is a fault of %s', async (_, path) => {
  const joined = path().includes('?') ? '&' : '?';
  for (const query of queries()) {
    const { status } = await visit.get(`${path()}${joined}${query}`);

    expect({ query, status }).toEqual({ query, status: kind(status) });
  }
});

const posts: [string, () => string, Fields][] = [
  ['a choice', () => `${pages.calendar}/hold`, {}],
  ['a hold let go', () => `${pages.calendar}/leave`, {}],
  ['the form', () => `${pages.calendar}/book`, { start: '2026-11-26T10:00:00Z', name: 'Lea' }],
  ['a move', () => `${pages.manage}/move`, {}],
  ['the mail once more', () => `${pages.unproven}/resend`, {}],
];

test.each(posts)('no form of nonsense is a fault of %s', async (_, path, fields) => {
  for (const form of forms(fields)) {
    const { status } = await visit.post(path(), form);

    expect({ form, status }).toEqual({ form, status: kind(status) });
  }
});

test.each(['hold', 'book', 'leave', 'nothing', 'move', 'cancel', 'correct', 'resend'])(
  'bodies that are no form are no fault of …/%s',
  async (last) => {
    const bodies = ['{"start":', '[]', '{"start":{"a":1}}', 'null', '"x"', '{"answers":[1]}'];
    for (const base of [pages.calendar, pages.unproven.replace(/.$/, 'x')])
      for (const body of bodies) {
        const answer = await fetch(`${service.url}${base}/${last}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'Content-Type': 'application/json' },
          body,
        });

        expect({ body, status: answer.status }).toEqual({ body, status: kind(answer.status) });
      }
  },
);

test('odd names in the path lead nowhere', async () => {
  for (const name of odd.filter(Boolean)) {
    const part = encodeURIComponent(name);
    const paths = [`/${part}`, `/${part}/x`, `/bookings/${part}`, `/confirm/${part}/`];
    for (const path of [...paths, `/bookings/${part}/move`, `${pages.calendar}/${part}`]) {
      const { status } = await visit.get(path);

      expect({ path, status }).toEqual({ path, status: kind(status) });
    }
  }
});

test('a time that cannot be is asked for again in words', async () => {
  const { status, words } = await visit.post(`${pages.manage}/move`, { start: '9999' });

  expect(status).toBe(400);
  expect(words).toContain('Please choose one of the times.');
});

function queries(): string[] {
  const each = odd.map((value) =>
    new URLSearchParams(Object.fromEntries(queryNames.map((name) => [name, value]))).toString(),
  );
  const alone = queryNames.map((name) => `${name}=9999-12-31T23:59:59Z`);
  const twice = queryNames.map((name) => `${name}=1&${name}=2`);
  const nested = queryNames.map((name) => `${name}[a]=1&${name}[]=2`);
  return [...each, ...alone, ...twice, ...nested, '%', '%E0%A4%A', '&&&=', 'start'];
}

/** All fields at once, all but the time, and each of those that say when and where by itself. */
function forms(fields: Fields): Fields[] {
  const alone = ['start', 'take', 'hold', 'leave', 'visit', 'timeZone', 'date'];
  const sets = [fieldNames, fieldNames.slice(1), ...alone.map((name) => [name])];
  return odd.flatMap((value) => sets.map((names) => filledWith(value, names, fields)));
}

function filledWith(value: string, names: string[], fields: Fields): Fields {
  return { ...fields, ...Object.fromEntries(names.map((name) => [name, value])) };
}

/** The status itself where it is no fault of ours; else what would do. */
function kind(status: number): number | string {
  return status < 500 ? status : 'below 500';
}

// What a form says of what was typed, and that it gives all of it back.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type Fields, pathOf, visitor } from './visit.ts';

let service: TestService;
let made: MadeOrganiser;
let visit: ReturnType<typeof visitor>;

beforeAll(async () => {
  service = await startTestService();
  visit = visitor(service);
  made = await makeOrganiser(service, {
    eventType: {
      asks: {
        phone: 'optional',
        age: 'optional',
        gender: 'optional',
        address: 'optional',
        newPatient: 'optional',
      },
    },
  });
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

test.each(['two hundred', '12.5', '-3', '200', '1e2', '４１'])(
  'an age of "%s" is asked for again in whole years, as it was typed',
  async (age) => {
    const { status, words, markup } = await sendForm({ age });

    expect(status).toBe(400);
    expect(words).toContain('a whole number of years');
    expect(words).not.toContain('This is needed');
    expect(markup).toContain(`value="${age}"`);
  },
);

test('an age with blanks around it is taken', async () => {
  const { status } = await sendForm({ age: ' 41 ' });

  expect(status).toBe(303);
});

test.each(['name', 'gender', 'address', 'note'])(
  'what is too long in the field %s is told beside it, and comes back whole',
  async (field) => {
    const long = 'long words '.repeat(500).trim();

    const { status, words, markup } = await sendForm({ [field]: long });

    expect(status).toBe(400);
    expect(words).toMatch(/Please keep it below \d+ characters/);
    expect(markup).toContain(long);
  },
);

test('no field cuts off what is typed', async () => {
  const { markup } = await visit.get(await holdForm());

  expect(markup).not.toContain('maxlength');
});

async function sendForm(fields: Fields) {
  const form = new URL(await holdForm(), service.url);
  const { hold, start } = Object.fromEntries(form.searchParams);
  const person = { name: 'Lea Sommer', email: 'lea@example.org' };
  return visit.post(form.pathname, { hold, start, ...person, ...fields });
}

let next = Date.parse('2026-11-24T07:30:00Z');

async function holdForm(): Promise<string> {
  const start = new Date((next += 1_800_000)).toISOString();
  const { location } = await visit.post(`${pathOf(made)}/hold`, { start });
  return location;
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { createVisitor } from './visitor.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('saving an event type unchanged changes nothing', async () => {
  const { visitor } = await signedIn();
  const before = await visitor.open('/api/me/event-types/30min');
  const page = await visitor.open('/organiser/event-types/30min');

  const saved = await visitor.send('/organiser/event-types/30min', fieldsOn(page.text));

  expect(saved.text).toContain('Saved.');
  expect((await visitor.open('/api/me/event-types/30min')).text).toBe(before.text);
});

test('an event type with faults is shown again with all that was typed', async () => {
  const { visitor } = await signedIn();
  const page = await visitor.open('/organiser/new-event-type');

  const shown = await visitor.send('/organiser/event-types', {
    ...fieldsOn(page.text),
    title: 'A <long> talk',
    durationMinutes: '7',
  });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain('value="A &lt;long&gt; talk"');
  expect(shown.text).toContain('Give a multiple of 5 minutes');
});

test('faults of an event type bear the names of their fields, in the order of the page, under the saved title', async () => {
  const { visitor } = await signedIn();
  const page = await visitor.open('/organiser/event-types/30min');

  const shown = await visitor.send('/organiser/event-types/30min', {
    ...fieldsOn(page.text),
    title: '',
    dailyCap: '1.5',
    durationMinutes: '1,5',
    slug: 'not a slug',
    'question-0-label': 'Why?',
    'question-0-kind': 'sideways',
  });

  expect(shown.text).toContain('<h1>30 minutes</h1>');
  expect(shown.text).toContain('value="1,5"');
  expect(summaryOf(shown.text)).toEqual([
    ['#field-title', 'Title – Give it a title.'],
    ['#field-slug', expect.stringMatching(/^Link ending – Use 1 to 60/)],
    ['#field-durationMinutes', 'Length in minutes – Give a whole number.'],
    ['#field-dailyCap', 'At most per day – Give a whole number.'],
    ['#field-question-0-kind', 'Question 1: answer – Say short, long, choice, several or yes_no.'],
  ]);
});

test('an event type’s form tells the whole link', async () => {
  const { visitor, handle } = await signedIn();

  const { text } = await visitor.open('/organiser/event-types/30min');

  expect(text).toContain(`href="${service.url}/${handle}/30min"`);
  expect(text).toContain('data-copy=');
});

test('an event type with bookings is hidden, not deleted, and the page says why', async () => {
  const { visitor, insertBooking } = await signedIn();
  await insertBooking({ slug: '15min', state: 'confirmed', startsAt: '2026-11-24T09:00:00Z' });

  const kept = await visitor.send('/organiser/event-types/15min/delete', {});
  const deleted = await visitor.send('/organiser/event-types/60min/delete', {});

  expect(kept.text).toContain('It has bookings, so it is not deleted but hidden');
  expect(deleted.text).toContain('The event type is deleted.');
});

test('one’s links are there to be given away, hidden event types are not among them', async () => {
  const { visitor, handle } = await signedIn();
  const page = await visitor.open('/organiser/event-types/60min');
  await visitor.send('/organiser/event-types/60min', { ...fieldsOn(page.text), access: 'hidden' });

  const { text } = await visitor.open('/organiser');

  expect(text).toContain(`${service.url}/${handle}/15min`);
  expect(text).not.toContain(`${service.url}/${handle}/60min`);
});

test('the choice of calendars is saved; none at all is refused', async () => {
  const { visitor } = await signedIn();
  const { calendars } = JSON.parse((await visitor.open('/api/me/calendars')).text) as {
    calendars: { id: string }[];
  };

  const refused = await visitor.send('/organiser/calendars', { booking: calendars[0]!.id });
  const saved = await visitor.send('/organiser/calendars', {
    busy: calendars[0]!.id,
    booking: calendars[0]!.id,
  });
  await service.settle();

  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Choose at least one calendar');
  expect(saved.text).toContain('Saved.');
});

test('what an event type asks is saved, and kept on the page when something else is at fault', async () => {
  const { visitor } = await signedIn();
  const page = await visitor.open('/organiser/event-types/30min');
  const changed = { ...fieldsOn(page.text), 'asks.age': 'off' };

  const refused = await visitor.send('/organiser/event-types/30min', { ...changed, slug: '15min' });
  await visitor.send('/organiser/event-types/30min', { ...fieldsOn(refused.text), slug: '30min' });

  const { asks } = JSON.parse((await visitor.open('/api/me/event-types/30min')).text);
  expect(refused.status).toBe(400);
  expect(asks).toMatchObject({ phone: 'required', age: 'off', gender: 'optional' });
});

test.each(['/organiser/event-types/nothing', '/organiser/nowhere'])(
  'there is nothing at %s',
  async (address) => {
    const { visitor } = await signedIn();

    expect((await visitor.open(address)).status).toBe(404);
  },
);

type Wishes = {
  state: string;
  startsAt: string;
  slug?: string;
  name?: string;
  email?: string;
};

async function signedIn() {
  const { organiser, email } = await makeOrganiser(service);
  const visitor = createVisitor(service);
  await visitor.signIn(email);
  await service.settle();
  const insertBooking = (wishes: Wishes) => insert(organiser.id, wishes);
  return { visitor, insertBooking, handle: organiser.handle };
}

async function insert(organiserId: string, wishes: Wishes): Promise<void> {
  const { state, startsAt, slug = '30min', name = 'Somebody' } = wishes;
  const email = wishes.email ?? `${name.toLowerCase()}@example.com`;
  const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000);
  const isHeld = state === 'held';
  const expiresAt = ['held', 'requested'].includes(state) ? '2026-11-24T08:00:00Z' : null;
  const then = '2026-11-23T07:00:00Z';
  await service.parts.database.query(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, expires_at, changed_at, changed_by, created_at,
       requested_at, proven_at, confirmed_at, attendee_name, attendee_email, attendee_time_zone)
    select ${organiserId}, id, ${state}, ${startsAt}::timestamptz, ${endsAt}::timestamptz,
      tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz), ${expiresAt}::timestamptz, ${then}, 'attendee', ${then},
      ${isHeld ? null : then}::timestamptz, ${isHeld ? null : then}::timestamptz,
      ${isHeld || state === 'requested' ? null : then}::timestamptz, ${isHeld ? null : name}, ${isHeld ? null : email}, 'UTC'
    from event_types where organiser_id = ${organiserId} and slug = ${slug}`);
}

/** Where each line of the summary leads, and what it says. */
function summaryOf(text: string): [string, string][] {
  const summary = /<div class="error-summary"[^]*?<\/div>/.exec(text)?.[0] ?? '';
  return [...summary.matchAll(/<a href="([^"]+)">([^<]+)</g)].map((match) => [
    match[1]!,
    match[2]!,
  ]);
}

/** What a browser would send if its user pressed "Save" at once. */
function fieldsOn(text: string): Record<string, string> {
  const form = /<form[^>]* data-event-type>([^]*?)<\/form>/.exec(text)![1]!;
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isOff = tag.includes('type="radio"') && !/ checked\b/.test(tag);
    if (!isOff) fields[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  for (const [, tag, value] of form.matchAll(/(<textarea[^>]*>)([^]*?)<\/textarea>/g))
    fields[attribute(tag!, 'name')] = value!;
  for (const [, tag, options] of form.matchAll(/(<select[^>]*>)([^]*?)<\/select>/g))
    fields[attribute(tag!, 'name')] = attribute(
      /<option[^>]* selected[^>]*>/.exec(options!)?.[0] ?? '',
      'value',
    );
  return fields;
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

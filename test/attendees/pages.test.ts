// The organiser's pages for attendees and privacy, as plain forms.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sweepBookings } from '../../src/bookings/sweep-bookings.ts';
import { sql } from '../../src/database/sql.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { book, hold } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { appointment } from './people.ts';

let service: TestService;
let made: MadeOrganiser;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
});

afterAll(() => service.close());

test('the list is searched and shown fifty at a time', async () => {
  for (let number = 0; number < 52; number++) {
    const start = new Date(Date.UTC(2026, 8, 1) + number * 3_600_000).toISOString();
    await appointment(service, made, start, { name: `Person ${String(number).padStart(2, '0')}` });
  }

  const first = await visitor.open('/organiser/attendees');
  const next = /href="([^"]+cursor=[^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&');
  const second = await visitor.open(next);
  const found = await visitor.open('/organiser/attendees?q=person+07');

  expect(first.text).toContain('Person 49');
  expect(first.text).not.toContain('Person 50');
  expect(second.text).toContain('Person 51');
  expect(found.text.match(/class="attendee"/g)).toHaveLength(1);
});

test('a note is saved, and the page says so', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const path = `/organiser/attendees/${attendeeId}`;

  const shown = await visitor.send(`${path}/note`, { note: 'Likes <mornings>' });

  expect(shown.text).toContain('The note is saved.');
  expect(shown.text).toContain('Likes &lt;mornings&gt;</textarea>');
});

test('a note that is too long is shown again, and said to be', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const note = 'long '.repeat(1100);

  const shown = await visitor.send(`/organiser/attendees/${attendeeId}/note`, { note });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain('Keep it below 5,000 characters');
  expect(shown.text).toContain(note);
});

test('two records are merged after one question', async () => {
  const kept = await appointment(service, made, '2026-10-01T09:00:00Z', {
    email: 'a@example.org',
  });
  const other = await appointment(service, made, '2026-10-02T09:00:00Z', {
    email: 'b@example.org',
  });
  const path = `/organiser/attendees/${kept.attendeeId}/merge`;

  const others = await visitor.open(path);
  const question = await visitor.open(`${path}/${other.attendeeId}`);
  const done = await visitor.send(`${path}/${other.attendeeId}`, { email: 'b@example.org' });

  expect(others.text).toContain(`${path}/${other.attendeeId}`);
  expect(question.text).toContain('Are these the same person?');
  expect(done.text).toContain('The two records are one now.');
  expect(done.text).toContain('mailto:b@example.org');
});

test('an erasure asks, and ends at a receipt that can be downloaded', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const path = `/organiser/attendees/${attendeeId}/erase`;

  const question = await visitor.open(path);
  const receipt = await visitor.send(path, {});
  const text = await visitor.open(`${receipt.url.pathname}/text`);

  expect(question.text).toContain('are not touched');
  expect(receipt.text).toContain('Receipt of an erasure');
  expect(text.headers.get('content-type')).toContain('text/plain');
  expect(text.text).toContain('Erased at: Monday 23 November 2026, 09:00, Europe/Berlin (GMT+1)');
  expect(text.text).toContain('- e-mail address');
});

test('an appointment to come is cancelled with the erasure only when the box is ticked', async () => {
  await book(service, made, '2026-11-24T10:00:00+01:00', { email: 'lea@example.org' });
  await service.settle();
  const list = await visitor.open('/organiser/attendees');
  const path = `${/href="(\/organiser\/attendees\/[\da-f-]{36})"/.exec(list.text)![1]!}/erase`;

  const refused = await visitor.send(path, {});
  const done = await visitor.send(path, { cancelUpcoming: 'yes' });
  await service.settle();

  expect(refused.status).toBe(403);
  expect(refused.text).toContain('There is an appointment to come.');
  expect(done.text).toContain('1 of them was still to come, and cancelled.');
});

test('who is erased on request gets the receipt by mail, and the address is forgotten then', async () => {
  const email = 'lea.receipt@example.org';
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z', { email });
  const path = `/organiser/attendees/${attendeeId}/erase`;

  const receipt = await visitor.send(path, { mailReceipt: 'yes' });
  const { subject, text } = await service.inbox.waitFor(({ envelope }) =>
    envelope.to.includes(email),
  );
  await service.settle();
  const later = await visitor.open(receipt.url.pathname);

  expect(subject).toBe('Your data at Test Organiser is erased');
  expect(text).toContain('Erased at: Monday 23 November 2026, 09:00, Europe/Berlin (GMT+1)');
  expect(later.text).toContain('Sent; the address is forgotten');
});

test('a receipt that no mail server takes in a day is given up, and the address forgotten', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const { url } = await visitor.send(`/organiser/attendees/${attendeeId}/erase`, {});
  const id = url.pathname.split('/').at(-1)!;
  await service.parts.database.query(sql`
    update erasures set receipt_mail = 'on_its_way', receipt_address = 'lea@example.org' where id = ${id}`);

  service.clock.advance(24 * 3_600_000);
  await sweepBookings(service.parts);
  const [kept] = await service.parts.database.query(sql`
    select receipt_mail as mail, receipt_address as address from erasures where id = ${id}`);

  expect(kept).toEqual({ mail: 'failed', address: null });
});

test('all attendees, and all bookings with what was typed, come as files', async () => {
  const lea = { name: '=Lea', email: 'lea.files@example.org', answers: { Why: 'Knee, left' } };
  await appointment(service, made, '2026-10-01T09:00:00Z', lea);
  await appointment(service, made, '2026-11-02T09:00:00Z', { ...lea, state: 'no_show' });

  const attendees = await visitor.open('/organiser/attendees/all.csv');
  const all = await visitor.open('/organiser/attendees/bookings.csv');
  const some = await visitor.open(
    '/organiser/attendees/bookings.csv?from=2026-10-01&to=2026-10-01',
  );

  expect(attendees.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(attendees.text.split('\r\n')[1]).toMatch(/^'=Lea,lea\.files@example\.org,.*,1,1,/);
  expect(all.text.trim().split('\r\n')).toHaveLength(3);
  expect(all.text).toContain('2026-10-01T11:00:00+02:00');
  expect(some.text).toContain('"Why: Knee, left"');
  expect(some.text).not.toContain('2026-11-02');
  expect(some.headers.get('content-disposition')).toContain('bookings-2026-10-01-2026-10-01.csv');
});

test('of somebody who comes every day the latest hundred bookings are listed, and counted', async () => {
  const email = 'daily@example.org';
  let attendeeId = '';
  for (let day = 0; day < 103; day += 1) {
    const start = new Date(Date.UTC(2026, 5, 1, 9) + day * 86_400_000).toISOString();
    ({ attendeeId } = await appointment(service, made, start, { email }));
  }

  const { text } = await visitor.open(`/organiser/attendees/${attendeeId}`);

  expect(text.match(/class="visit"/g)).toHaveLength(100);
  expect(text).toContain('The latest 100 of 103 bookings.');
});

test('exports come as files', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z', {
    name: '=cmd()',
  });
  const path = `/organiser/attendees/${attendeeId}/export`;

  const csv = await visitor.open(`${path}?format=csv`);
  const json = await visitor.open(`${path}?format=json`);

  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="attendee-.+\.csv"/,
  );
  expect(csv.text.split('\r\n')[1]).toMatch(/^'=cmd\(\),/);
  expect(JSON.parse(json.text)).toMatchObject({ attendee: { name: '=cmd()' } });
});

test('how long fields are kept is settled on a form, and told on the booking form', async () => {
  const fields = { age: '7', gender: '7', address: '7', answers: '', phone: '', note: '' };

  const saved = await visitor.send('/organiser/privacy', fields);
  const held = await hold(service, made, '2026-11-24T10:00:00+01:00');
  const { handle } = made.organiser;
  const form = await visitor.open(
    `/${handle}/${made.eventType.slug}/book?hold=${String(held.body.token)}`,
  );

  expect(saved.text).toContain('Saved.');
  expect(form.text).toContain(
    'After your visit these are erased: your age, your gender and your address after 7 days; all else is kept until you ask Test Organiser to erase it.',
  );
});

test('days that are none are shown again, with what was typed', async () => {
  const shown = await visitor.send('/organiser/privacy', {
    age: 'soon',
    gender: '30',
    address: '',
    answers: '',
    phone: '',
    note: '',
  });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain('value="soon"');
  expect(shown.text).toContain('href="#field-age"');
});

test('another organiser’s attendees have no pages', async () => {
  const strange = await makeOrganiser(service);
  const { attendeeId } = await appointment(service, strange, '2026-10-01T09:00:00Z');
  const mine = await appointment(service, made, '2026-10-01T09:00:00Z');
  const path = `/organiser/attendees/${attendeeId}`;

  const shown = [
    await visitor.open(path),
    await visitor.open(`${path}/export?format=csv`),
    await visitor.open(`${path}/merge`),
    await visitor.open(`/organiser/attendees/${mine.attendeeId}/merge/${attendeeId}`),
    await visitor.open(`${path}/erase`),
    await visitor.send(`${path}/erase`, { cancelUpcoming: 'yes' }),
    await visitor.send(`${path}/note`, { note: 'mine' }),
  ];

  expect(shown.map(({ status }) => status)).toEqual(Array(7).fill(404));
});

test.each(['attendees', 'privacy', 'attendees/x', 'attendees/x/erase', 'attendees/x/merge'])(
  '/organiser/%s leads who is not signed in to the sign-in page',
  async (page) => {
    const shown = await createVisitor(service).open(`/organiser/${page}`);

    expect(shown.url.pathname).toBe('/organiser/sign-in');
  },
);

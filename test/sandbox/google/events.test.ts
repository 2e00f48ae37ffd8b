import { expect, test } from '@jest/globals';
import { ada, aWorld, as, refusal, tuesdayNine } from './a-world.ts';

test('an inserted event carries what Google adds to it', () => {
  const { world } = aWorld();

  const event = as(world, ada).insert({ ...tuesdayNine, id: 'abc123', summary: 'Check-up' });

  expect(event).toMatchObject({
    kind: 'calendar#event',
    id: 'abc123',
    iCalUID: 'abc123@google.com',
    status: 'confirmed',
    summary: 'Check-up',
    sequence: 0,
    eventType: 'default',
    creator: { email: ada, self: true },
    organizer: { email: ada, self: true },
    reminders: { useDefault: true },
    start: { dateTime: '2027-03-02T09:00:00+01:00', timeZone: 'Europe/Berlin' },
  });
  expect(event.etag).toMatch(/^"\d{16}"$/);
  expect(event.htmlLink).toMatch(/^https:\/\/www\.google\.com\/calendar\/event\?eid=/);
  expect(event.created).toBe('2027-03-01T08:00:00.000Z');
});

test('an event without an id of the client gets one that obeys the rule', () => {
  const { world } = aWorld();

  const { id } = as(world, ada).insert(tuesdayNine);

  expect(id).toMatch(/^[a-v0-9]{26}$/);
});

test.each(['abcd', 'ABCDE', 'wxyz1', 'a'.repeat(1025), 'abc-def'])('the id %j is refused', (id) => {
  const { world } = aWorld();

  const said = refusal(() => as(world, ada).insert({ ...tuesdayNine, id }));

  expect(said).toBe('400 invalid');
});

test('an id is taken for good, also after its event was deleted', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123' });

  const whileThere = refusal(() => me.insert({ ...tuesdayNine, id: 'abc123' }));
  me.remove('abc123');
  const whenGone = refusal(() => me.insert({ ...tuesdayNine, id: 'abc123' }));

  expect([whileThere, whenGone]).toEqual(['409 duplicate', '409 duplicate']);
});

test('an id together with an iCalUID is refused', () => {
  const { world } = aWorld();
  const body = { ...tuesdayNine, id: 'abc123', iCalUID: 'abc123@example.com' };

  expect(refusal(() => as(world, ada).insert(body))).toBe('400 invalid');
});

const nine = { dateTime: '2027-03-02T09:00:00Z' };
const ten = { dateTime: '2027-03-02T10:00:00Z' };

test.each([
  ['no start', { end: ten }, '400 required'],
  ['no end', { start: nine }, '400 required'],
  ['a date and a time', { start: nine, end: { date: '2027-03-02' } }, '400 invalid'],
  ['both in one', { start: { ...nine, date: '2027-03-02' }, end: ten }, '400 invalid'],
  ['an end before the start', { start: ten, end: nine }, '400 timeRangeEmpty'],
  [
    'a guest without an address',
    { start: nine, end: ten, attendees: [{ email: 'Ben' }] },
    '400 invalid',
  ],
  ['an unknown zone', { start: { ...nine, timeZone: 'Mars/Base' }, end: ten }, '400 invalid'],
  [
    'a series without a zone',
    { start: nine, end: ten, recurrence: ['RRULE:FREQ=DAILY'] },
    '400 invalid',
  ],
  [
    'six reminders',
    {
      start: nine,
      end: ten,
      reminders: {
        useDefault: false,
        overrides: Array.from({ length: 6 }, (_, minutes) => ({ method: 'popup', minutes })),
      },
    },
    '400 invalid',
  ],
  [
    'a reminder too early',
    { start: nine, end: ten, reminders: { overrides: [{ method: 'popup', minutes: 40_321 }] } },
    '400 invalid',
  ],
])('an event with %s is refused', (_, body, reason) => {
  const { world } = aWorld();

  expect(refusal(() => as(world, ada).insert(body))).toBe(reason);
});

test('an iCalUID of the client’s is kept, and taken once', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(tuesdayNine);
  const body = { ...tuesdayNine, iCalUID: 'visit@example.com' };

  const { iCalUID } = me.insert(body);

  expect(iCalUID).toBe('visit@example.com');
  expect(refusal(() => me.insert(body))).toBe('409 duplicate');
});

test('an imported event is a copy of what is organised elsewhere', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  const organizer = { email: 'dora@example.org' };
  const body = {
    ...tuesdayNine,
    iCalUID: 'visit@example.org',
    organizer,
    attendees: [{ email: ada }],
  };

  const { id } = me.ask('events.import', {}, body).body as { id: string };

  expect(me.get(id)).toMatchObject({ iCalUID: 'visit@example.org', organizer });
  expect(refusal(() => me.patch(id, { summary: 'Mine' }))).toBe('403 forbiddenForNonOrganizer');
});

test('reminders may be at the start and up to four weeks before', () => {
  const { world } = aWorld();
  const overrides = [0, 40_320].map((minutes) => ({ method: 'popup', minutes }));

  const { reminders } = as(world, ada).insert({ ...tuesdayNine, reminders: { overrides } });

  expect(reminders).toEqual({ useDefault: false, overrides });
});

test('defaults together with overrides are refused', () => {
  const { world } = aWorld();
  const reminders = { useDefault: true, overrides: [{ method: 'popup', minutes: 5 }] };

  expect(refusal(() => as(world, ada).insert({ ...tuesdayNine, reminders }))).toBe('400 invalid');
});

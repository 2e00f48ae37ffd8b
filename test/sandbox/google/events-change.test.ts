import { expect, test } from '@jest/globals';
import { ada, aWorld, as, ben, refusal, tuesdayNine } from './a-world.ts';

const nine = { dateTime: '2027-03-02T09:00:00Z' };
const ten = { dateTime: '2027-03-02T10:00:00Z' };

test('every write gives another etag and a later `updated`, even within one millisecond', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  const first = me.insert({ ...tuesdayNine, id: 'abc123' });

  const second = me.patch('abc123', { summary: 'Another' });
  const third = me.patch('abc123', { summary: 'And another' });

  expect(new Set([first.etag, second.etag, third.etag]).size).toBe(3);
  expect([first.updated, second.updated, third.updated].toSorted()).toEqual([
    first.updated,
    second.updated,
    third.updated,
  ]);
});

test('the sequence rises when the time changes, and only then', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123' });

  const retitled = me.patch('abc123', { summary: 'Another' });
  const moved = me.patch('abc123', { end: { dateTime: '2027-03-02T11:00:00+01:00' } });

  expect([retitled.sequence, moved.sequence]).toEqual([0, 1]);
});

test('reminders alone change the etag and leave `updated`', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  const before = me.insert({ ...tuesdayNine, id: 'abc123' });

  const after = me.patch('abc123', {
    reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
  });

  expect(after.updated).toBe(before.updated);
  expect(after.etag).not.toBe(before.etag);
});

test('a patch merges objects, deletes by null, and replaces arrays', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({
    ...tuesdayNine,
    id: 'abc123',
    location: 'Room 1',
    attendees: [{ email: ben }, { email: 'cleo@example.org', responseStatus: 'accepted' }],
    extendedProperties: { private: { bookingId: '7', revision: '1' } },
  });

  const after = me.patch('abc123', {
    location: null,
    attendees: [{ email: 'cleo@example.org' }],
    extendedProperties: { private: { revision: '2' } },
  });

  expect(after.location).toBeUndefined();
  expect(after.attendees).toEqual([{ email: 'cleo@example.org', responseStatus: 'needsAction' }]);
  expect(after.extendedProperties).toEqual({ private: { bookingId: '7', revision: '2' } });
});

test('a timed patch over an all-day event is refused unless the date is deleted', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ id: 'abc123', start: { date: '2027-03-02' }, end: { date: '2027-03-03' } });

  const mixed = refusal(() => me.patch('abc123', { start: nine, end: ten }));
  const clean = me.patch('abc123', { start: { ...nine, date: null }, end: { ...ten, date: null } });

  expect(mixed).toBe('400 invalid');
  expect(clean.start).toEqual({ dateTime: '2027-03-02T10:00:00+01:00', timeZone: 'Europe/Berlin' });
});

test('an update replaces what can be written and must know the sequence', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123', location: 'Room 1', summary: 'Check-up' });
  me.patch('abc123', { end: { dateTime: '2027-03-02T11:00:00+01:00' } });

  const unknowing = refusal(() => me.update('abc123', tuesdayNine));
  const after = me.update('abc123', { ...tuesdayNine, sequence: 1, summary: 'Check-up' });

  expect(unknowing).toBe('400 invalid');
  expect(after.location).toBeUndefined();
  expect(after).toMatchObject({ summary: 'Check-up', sequence: 2, iCalUID: 'abc123@google.com' });
});

test('a write that knows another version is refused, a read that knows this one is spared', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  const { etag } = me.insert({ ...tuesdayNine, id: 'abc123' });
  const changed = me.patch('abc123', { summary: 'Another' }, {}, { ifMatch: etag });

  const stale = refusal(() => me.patch('abc123', { summary: 'Mine' }, {}, { ifMatch: etag }));
  const staleDelete = refusal(() =>
    me.ask('events.delete', { eventId: 'abc123' }, undefined, { ifMatch: etag }),
  );
  const known = me.ask('events.get', { eventId: 'abc123' }, undefined, {
    ifNoneMatch: changed.etag,
  });

  expect([stale, staleDelete]).toEqual(['412 conditionNotMet', '412 conditionNotMet']);
  expect(known).toEqual({ status: 304, etag: changed.etag });
});

test('a deleted event is gone for delete, still there for get, and comes back confirmed', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123', summary: 'Check-up' });

  const first = me.remove('abc123');
  const second = refusal(() => me.remove('abc123'));
  const gone = me.get('abc123');
  const back = me.patch('abc123', { status: 'confirmed' });

  expect([first, second]).toEqual([{ status: 204 }, '410 deleted']);
  expect(gone).toMatchObject({ status: 'cancelled', summary: 'Check-up' });
  expect(back.status).toBe('confirmed');
});

test('bringing a deleted event back is refused where the switch says so', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123' });
  me.remove('abc123');
  world.switches.restoreRefused = true;

  expect(refusal(() => me.patch('abc123', { status: 'confirmed' }))).toBe('403 forbidden');
});

test('an unknown event is not found', () => {
  const { world } = aWorld();
  const me = as(world, ada);

  const said = [
    refusal(() => me.get('nothere')),
    refusal(() => me.patch('nothere', {})),
    refusal(() => me.remove('nothere')),
  ];

  expect(said).toEqual(['404 notFound', '404 notFound', '404 notFound']);
});

test('a moved event is cancelled here and stands on the other calendar under its id', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  const { id: destination } = world.addCalendar({ owner: ada, summary: 'Practice' });
  me.insert({ ...tuesdayNine, id: 'abc123', attendees: [{ email: ben }] });

  const { body } = me.ask('events.move', { eventId: 'abc123', destination });

  expect(body).toMatchObject({ organizer: { email: destination, self: true } });
  expect(me.get('abc123').status).toBe('cancelled');
  expect(me.get('abc123', { calendarId: destination }).status).toBe('confirmed');
  expect(as(world, ben).get('abc123').organizer.email).toBe(destination);
});

test('times are told in the zone that was asked for', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123' });

  const { start } = me.get('abc123', { timeZone: 'Asia/Kathmandu' });

  expect(start).toEqual({ dateTime: '2027-03-02T13:45:00+05:45', timeZone: 'Europe/Berlin' });
});

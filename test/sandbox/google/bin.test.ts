import { expect, test } from '@jest/globals';
import { binOf, restoreEvent } from '../../../src/sandbox/google/people/bin.ts';
import { moveToCalendar, removeEvent } from '../../../src/sandbox/google/people/events.ts';
import { ada, aWorld, as, ben, outsider, tuesdayNine } from './a-world.ts';

const place = { calendarId: ada, eventId: 'abc123' };

function aVisit() {
  const { world, clock } = aWorld();
  const attendees = [{ email: ben, responseStatus: 'accepted' as const }, { email: outsider }];
  as(world, ada).insert({ ...tuesdayNine, id: 'abc123', summary: 'Check-up', attendees });
  return { world, clock };
}

test('what was deleted last is first in the bin', () => {
  const { world, clock } = aVisit();
  as(world, ada).insert({ ...tuesdayNine, id: 'def456' });
  removeEvent(world, place);
  clock.set('2027-03-01T09:00:00Z');
  removeEvent(world, { ...place, eventId: 'def456' });

  const bin = binOf(world, ada);

  expect(bin.map(({ id }) => id)).toEqual(['def456', 'abc123']);
});

test('after thirty days nothing is left in the bin', () => {
  const { world, clock } = aVisit();
  removeEvent(world, place);
  clock.set('2027-03-31T08:00:01Z');

  const bin = binOf(world, ada);

  expect(bin).toEqual([]);
});

test('an event that went to another calendar is not in the bin', () => {
  const { world } = aVisit();
  const { id } = world.addCalendar({ owner: ada, summary: 'Practice' });
  moveToCalendar(world, place, id);

  const bin = binOf(world, ada);

  expect(bin).toEqual([]);
});

test('a restored event stands again under its id, with its guests and their answers', () => {
  const { world } = aVisit();
  const { iCalUID } = as(world, ada).get('abc123');
  removeEvent(world, place);

  restoreEvent(world, place);

  const event = as(world, ada).get('abc123');
  expect(event).toMatchObject({ status: 'confirmed', iCalUID, summary: 'Check-up' });
  expect(event.attendees).toMatchObject([{ responseStatus: 'accepted' }, { email: outsider }]);
  expect(as(world, ben).get('abc123').status).toBe('confirmed');
  expect(binOf(world, ada)).toEqual([]);
});

test('the guests of a restored event are invited again', () => {
  const { world } = aVisit();
  removeEvent(world, place);
  world.invitations.length = 0;

  restoreEvent(world, place);

  expect(world.invitations.map(({ kind, to }) => [kind, to])).toEqual([
    ['invite', ben],
    ['invite', outsider],
  ]);
});

test('a person restores what a program may not', () => {
  const { world } = aVisit();
  removeEvent(world, place);
  world.switches.restoreRefused = true;

  restoreEvent(world, place);

  expect(as(world, ada).get('abc123').status).toBe('confirmed');
});

test('a sync after a restoring tells the event as confirmed', () => {
  const { world } = aVisit();
  removeEvent(world, place);
  const { nextSyncToken } = as(world, ada).list();

  restoreEvent(world, place);

  const { items } = as(world, ada).list({ syncToken: nextSyncToken! });
  expect(items).toMatchObject([{ id: 'abc123', status: 'confirmed' }]);
});

test('a guest restores an invitation on their own calendar alone', () => {
  const { world } = aVisit();
  const copy = { calendarId: ben, eventId: 'abc123' };
  removeEvent(world, copy);

  restoreEvent(world, copy);

  expect(as(world, ben).get('abc123').status).toBe('confirmed');
  expect(as(world, ada).get('abc123').attendees).toMatchObject([
    { email: ben, responseStatus: 'declined' },
    { email: outsider },
  ]);
});

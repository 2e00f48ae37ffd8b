import { expect, test } from '@jest/globals';
import type { Attendee } from '../../../src/sandbox/google/events/event.ts';
import { ada, aWorld, as, ben, outsider, refusal, tuesdayNine } from './a-world.ts';

const visit = { ...tuesdayNine, id: 'abc123', summary: 'Check-up' };
const withBen = { ...visit, attendees: [{ email: ben }] };
const withBoth = { ...visit, attendees: [{ email: ben }, { email: outsider }] };

function answerOf(attendees: Attendee[] | undefined, address: string) {
  const { responseStatus, comment } = attendees!.find(({ email }) => email === address)!;
  return [responseStatus, comment];
}

function answer(responseStatus: string, comment?: string) {
  return { attendees: [{ email: ben, responseStatus, ...(comment ? { comment } : {}) }] };
}

test('an event stands on the calendar of each guest who has an account', () => {
  const { world } = aWorld();
  const body = {
    ...withBen,
    extendedProperties: { private: { secret: '1' }, shared: { our: '2' } },
  };
  as(world, ada).insert(body);

  const copy = as(world, ben).get('abc123');

  expect(copy).toMatchObject({
    summary: 'Check-up',
    iCalUID: 'abc123@google.com',
    organizer: { email: ada },
    attendees: [{ email: ben, self: true, responseStatus: 'needsAction' }],
    extendedProperties: { shared: { our: '2' } },
    start: { dateTime: '2027-03-02T08:00:00Z', timeZone: 'Europe/Berlin' },
  });
  expect(copy.organizer.self).toBeUndefined();
  expect(copy.extendedProperties).not.toHaveProperty('private');
});

test("the organiser's change reaches the guest's copy and leaves what is the guest's own", () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);
  as(world, ben).patch('abc123', { colorId: '5', extendedProperties: { private: { mine: '1' } } });

  as(world, ada).patch('abc123', { start: { dateTime: '2027-03-02T09:30:00+01:00' } });

  expect(as(world, ben).get('abc123')).toMatchObject({
    start: { dateTime: '2027-03-02T08:30:00Z' },
    sequence: 1,
    colorId: '5',
    extendedProperties: { private: { mine: '1' } },
  });
});

test("a guest's answer and comment reach the organiser's copy", () => {
  const { world } = aWorld();
  const before = as(world, ada).insert(withBen);

  as(world, ben).patch('abc123', answer('declined', 'I am ill'));

  const after = as(world, ada).get('abc123');
  expect(answerOf(after.attendees, ben)).toEqual(['declined', 'I am ill']);
  expect(after.etag).not.toBe(before.etag);
  expect(answerOf(as(world, ben).get('abc123').attendees, ben)).toEqual(['declined', 'I am ill']);
});

test('a guest who removes the invitation declines it', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ben).remove('abc123');

  const event = as(world, ada).get('abc123');
  expect(event.status).toBe('confirmed');
  expect(answerOf(event.attendees, ben)[0]).toBe('declined');
});

test('a removed invitation stays away until the guest is asked again', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);
  as(world, ben).remove('abc123');

  as(world, ada).patch('abc123', { summary: 'Another' });
  const meanwhile = as(world, ben).get('abc123').status;
  as(world, ada).patch('abc123', { attendees: [{ email: ben }] });

  expect([meanwhile, as(world, ben).get('abc123').status]).toEqual(['cancelled', 'confirmed']);
});

test('a guest cannot change what is shared', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  const said = [
    refusal(() => as(world, ben).patch('abc123', { summary: 'Party' })),
    refusal(() => as(world, ben).patch('abc123', { end: tuesdayNine.start })),
  ];

  expect(said).toEqual(['403 forbiddenForNonOrganizer', '403 forbiddenForNonOrganizer']);
});

test('a guest who may modify changes the event for everyone', () => {
  const { world } = aWorld();
  as(world, ada).insert({ ...withBen, guestsCanModify: true });

  as(world, ben).patch('abc123', { summary: 'Party' });

  expect(as(world, ada).get('abc123').summary).toBe('Party');
});

test('a guest may bring others unless the organiser forbids it', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);
  as(world, ada).insert({ ...withBen, id: 'def456', guestsCanInviteOthers: false });
  const more = { attendees: [{ email: ben }, { email: outsider }] };

  as(world, ben).patch('abc123', more);
  const refused = refusal(() => as(world, ben).patch('def456', more));

  expect(as(world, ada).get('abc123').attendees).toHaveLength(2);
  expect(refused).toBe('403 forbiddenForNonOrganizer');
});

test("a dropped guest's copy is cancelled", () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ada).patch('abc123', { attendees: [] });

  expect(as(world, ben).get('abc123').status).toBe('cancelled');
});

test('a deleted event is cancelled for its guests', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ada).remove('abc123');

  expect(as(world, ben).get('abc123').status).toBe('cancelled');
});

test('a patch that leaves out an answer asks the guest again', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);
  as(world, ben).patch('abc123', answer('accepted'));

  as(world, ada).patch('abc123', { attendees: [{ email: ben }] });

  expect(answerOf(as(world, ben).get('abc123').attendees, ben)[0]).toBe('needsAction');
});

test('guests see only themselves where the list is hidden', () => {
  const { world } = aWorld();
  as(world, ada).insert({ ...withBoth, guestsCanSeeOtherGuests: false });

  const copy = as(world, ben).get('abc123');

  expect(copy.attendees!.map(({ email }) => email)).toEqual([ben]);
  expect(copy['attendeesOmitted']).toBe(true);
});

test('a guest without an account has no calendar to stand on', () => {
  const { world } = aWorld();

  as(world, ada).insert(withBoth);

  expect(Object.keys(world.state.events)).toEqual([ada, ben]);
});

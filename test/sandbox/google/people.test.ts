import { expect, test } from '@jest/globals';
import type { CalendarEvent } from '../../../src/sandbox/google/events/event.ts';
import {
  addEvent,
  changeFollowing,
  changeTimeZone,
  describeEvent,
  makeAllDay,
  makeRecurring,
  moveEvent,
  moveToCalendar,
  removeEvent,
  resizeEvent,
  retitleEvent,
} from '../../../src/sandbox/google/people/events.ts';
import {
  addGuest,
  answerInvitation,
  dropGuest,
} from '../../../src/sandbox/google/people/guests.ts';
import { ada, aWorld, as, ben, outsider, tuesdayNine } from './a-world.ts';

const place = { calendarId: ada, eventId: 'abc123' };

function aWorldWithVisit() {
  const { world } = aWorld();
  const attendees = [{ email: ben }, { email: outsider }];
  as(world, ada).insert({ ...tuesdayNine, id: 'abc123', summary: 'Check-up', attendees });
  return world;
}

function timesOf({ start, end }: CalendarEvent) {
  return [start.dateTime ?? start.date, end.dateTime ?? end.date];
}

test('an added event stands in the calendar’s zone', () => {
  const { world } = aWorld();

  const event = addEvent(world, ada, {
    summary: 'Lunch',
    start: new Date('2027-03-02T11:00:00Z'),
    end: new Date('2027-03-02T12:00:00Z'),
  });

  expect(event).toMatchObject({
    summary: 'Lunch',
    start: { dateTime: '2027-03-02T12:00:00+01:00', timeZone: 'Europe/Berlin' },
  });
});

test('an added all-day event stands on its date', () => {
  const { world } = aWorld();

  const event = addEvent(world, ada, { summary: 'Away', start: '2027-03-02', end: '2027-03-03' });

  expect(timesOf(event)).toEqual(['2027-03-02', '2027-03-03']);
});

test('a moved event keeps its length, and its guests are told', () => {
  const world = aWorldWithVisit();

  const event = moveEvent(world, place, new Date('2027-03-04T13:00:00Z'));

  expect(timesOf(event)).toEqual(['2027-03-04T14:00:00+01:00', '2027-03-04T15:00:00+01:00']);
  expect(world.invitations.map(({ kind, to }) => [kind, to])).toEqual([
    ['update', ben],
    ['update', outsider],
  ]);
});

test('a moved all-day event keeps its days', () => {
  const { world } = aWorld();
  const { id } = addEvent(world, ada, { summary: 'Away', start: '2027-03-02', end: '2027-03-05' });

  const event = moveEvent(world, { calendarId: ada, eventId: id }, '2027-03-30');

  expect(timesOf(event)).toEqual(['2027-03-30', '2027-04-02']);
});

test('a resized event keeps its start', () => {
  const world = aWorldWithVisit();

  const event = resizeEvent(world, place, new Date('2027-03-02T10:00:00Z'));

  expect(timesOf(event)).toEqual(['2027-03-02T09:00:00+01:00', '2027-03-02T11:00:00+01:00']);
});

test('an event takes another title and another zone', () => {
  const world = aWorldWithVisit();

  retitleEvent(world, place, 'Follow-up');
  const event = changeTimeZone(world, place, 'Asia/Tokyo');

  expect(event.summary).toBe('Follow-up');
  expect(event.start).toEqual({ dateTime: '2027-03-02T09:00:00+01:00', timeZone: 'Asia/Tokyo' });
});

test('an event made all-day takes its day whole, and can be drawn back to a time', () => {
  const world = aWorldWithVisit();

  const whole = makeAllDay(world, place);
  const timed = moveEvent(world, place, new Date('2027-03-02T13:00:00Z'));

  expect(timesOf(whole)).toEqual(['2027-03-02', '2027-03-03']);
  expect(timesOf(timed)).toEqual(['2027-03-02T14:00:00+01:00', '2027-03-02T15:00:00+01:00']);
});

test('an event made recurring has instances', () => {
  const world = aWorldWithVisit();

  makeRecurring(world, place, 'FREQ=WEEKLY;COUNT=3');

  expect(as(world, ada).instances('abc123').items).toHaveLength(3);
});

test('an event put on another calendar keeps its id there', () => {
  const world = aWorldWithVisit();
  const { id: calendarId } = world.addCalendar({ owner: ada, summary: 'Practice' });

  const { id } = moveToCalendar(world, place, calendarId);

  expect(as(world, ada).get(id, { calendarId }).status).toBe('confirmed');
  expect(as(world, ada).get('abc123').status).toBe('cancelled');
});

test('a removed event is called off for its guests', () => {
  const world = aWorldWithVisit();

  removeEvent(world, place);

  expect(as(world, ben).get('abc123').status).toBe('cancelled');
  expect(world.invitations.map(({ kind }) => kind)).toEqual(['cancel', 'cancel']);
});

test.each([ben, outsider])('%s answers, and the organiser reads it with the comment', (guest) => {
  const world = aWorldWithVisit();

  answerInvitation(world, place, guest, { responseStatus: 'declined', comment: 'I am ill' });

  const { attendees } = as(world, ada).get('abc123');
  expect(attendees!.find(({ email }) => email === guest)).toMatchObject({
    responseStatus: 'declined',
    comment: 'I am ill',
  });
  expect(world.invitations).toMatchObject([{ kind: 'reply', from: guest, to: ada }]);
});

test('a guest is added by hand, and the others keep their answers', () => {
  const world = aWorldWithVisit();
  answerInvitation(world, place, ben, { responseStatus: 'accepted' });

  const { attendees } = addGuest(world, place, 'dora@example.org');

  expect(attendees).toMatchObject([
    { email: ben, responseStatus: 'accepted' },
    { email: outsider, responseStatus: 'needsAction' },
    { email: 'dora@example.org', responseStatus: 'needsAction' },
  ]);
});

test('a dropped guest is told so, and loses the event', () => {
  const world = aWorldWithVisit();

  const { attendees } = dropGuest(world, place, ben);

  expect(attendees).toMatchObject([{ email: outsider }]);
  expect(as(world, ben).get('abc123').status).toBe('cancelled');
  expect(world.invitations).toMatchObject([{ kind: 'cancel', to: ben }]);
});

test('an event takes another text', () => {
  const world = aWorldWithVisit();

  const event = describeEvent(world, place, 'Bring the letter.');

  expect(event.description).toBe('Bring the letter.');
});

test('this and following: the series ends there and a new one begins under an _R id', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert({ ...tuesdayNine, id: 'abc123', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] });
  const third = { calendarId: ada, eventId: 'abc123_20270316T080000Z' };

  const rest = changeFollowing(world, third, { summary: 'New course' });

  expect(rest.id).toBe('abc123_R20270316T080000');
  expect(me.get('abc123').recurrence).toEqual(['RRULE:FREQ=WEEKLY;UNTIL=20270316T075959Z']);
  const { items } = me.list({ singleEvents: 'true', orderBy: 'startTime' });
  expect(items.map(({ id, summary }) => [id, summary])).toEqual([
    ['abc123_20270302T080000Z', undefined],
    ['abc123_20270309T080000Z', undefined],
    ['abc123_R20270316T080000_20270316T080000Z', 'New course'],
    ['abc123_R20270316T080000_20270323T080000Z', 'New course'],
  ]);
});

test('a timed event put on a date takes that day', () => {
  const world = aWorldWithVisit();

  expect(timesOf(moveEvent(world, place, '2027-03-31'))).toEqual(['2027-03-31', '2027-04-01']);
});

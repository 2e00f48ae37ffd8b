// The demo organiser's ordinary weeks, from the Monday of the week that it starts in, and two people to invite.
import { addEvent, type NewEvent } from './google/people/events.ts';
import { answerInvitation } from './google/people/guests.ts';
import { atWallTime } from './google/times.ts';
import { addDays, weekOf } from './google/week/dates.ts';
import type { World } from './google/world.ts';

export const demoOrganiser = 'mira@example.com';
const sam = 'sam@example.com';
const lea = 'lea@example.com';
const timeZone = 'Europe/Berlin';

export function seedDemo(world: World, now: Date): void {
  world.addAccount({ address: demoOrganiser, name: 'Dr. Mira Lindqvist', timeZone });
  world.addAccount({ address: sam, name: 'Sam Ode', timeZone });
  world.addAccount({ address: lea, name: 'Lea Marsh', timeZone: 'Europe/London' });
  const monday = weekOf(null, now, timeZone).dates[0]!;
  seedRoutine(world, monday);
  seedOwn(world, monday);
  seedInvitations(world, monday);
  seedGuests(world, monday);
}

/** What comes back every week. */
function seedRoutine(world: World, monday: string): void {
  addEvent(world, demoOrganiser, {
    ...timed('Team meeting', monday, '09:30', '10:15'),
    recurrence: ['RRULE:FREQ=WEEKLY'],
    location: 'Room 2',
    attendees: [{ email: sam }, { email: lea }],
  });
  addEvent(world, demoOrganiser, {
    ...timed('Lunch', monday, '12:30', '13:15'),
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  });
  addEvent(world, demoOrganiser, {
    ...timed('Letters and reports', addDays(monday, 3), '09:00', '10:30'),
    recurrence: ['RRULE:FREQ=WEEKLY'],
    eventType: 'focusTime',
  });
}

function seedOwn(world: World, monday: string): void {
  const add = (event: NewEvent) => addEvent(world, demoOrganiser, event);
  add({
    ...wholeDays('Dentist: ask for an appointment', addDays(monday, 2)),
    transparency: 'transparent',
  });
  add({ ...timed('Physiotherapy', addDays(monday, 1), '15:00', '16:00'), visibility: 'private' });
  add({
    ...timed('Parents’ evening', addDays(monday, 3), '16:30', '18:00'),
    visibility: 'private',
  });
  add({ ...timed('Handyman', addDays(monday, 8), '09:00', '11:00'), visibility: 'private' });
  add({
    ...timed('Out of office', addDays(monday, 11), '00:00', '24:00'),
    eventType: 'outOfOffice',
  });
  add(wholeDays('Conference', addDays(monday, 22), 2));
}

/** Each answered differently, one not yet. */
function seedInvitations(world: World, monday: string): void {
  const invite = (event: NewEvent) =>
    addEvent(world, sam, { ...event, attendees: [{ email: demoOrganiser }] }).id;
  const answer = (
    eventId: string,
    responseStatus: 'accepted' | 'tentative' | 'declined',
    comment = '',
  ) =>
    answerInvitation(world, { calendarId: sam, eventId }, demoOrganiser, {
      responseStatus,
      ...(comment && { comment }),
    });
  answer(invite(timed('Budget review', addDays(monday, 2), '14:00', '15:00')), 'tentative');
  answer(invite(timed('Case conference', addDays(monday, 1), '11:00', '12:00')), 'accepted');
  answer(
    invite(timed('Photo for the website', addDays(monday, 3), '11:00', '11:30')),
    'declined',
    'Not this week, please.',
  );
  invite(timed('Planning for spring', addDays(monday, 4), '10:00', '11:00'));
}

function seedGuests(world: World, monday: string): void {
  addEvent(world, sam, timed('Call with the supplier', addDays(monday, 1), '09:00', '09:45'));
  addEvent(world, sam, timed('Swimming', addDays(monday, 4), '17:00', '18:30'));
  addEvent(world, lea, timed('Yoga', addDays(monday, 2), '08:00', '09:00'));
  addEvent(world, lea, wholeDays('Travelling', addDays(monday, 3), 2));
}

/** On Berlin's clocks, until 24:00 at the latest. */
function timed(summary: string, date: string, from: string, until: string): NewEvent {
  const end = until === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${until}`;
  return { summary, start: instant(`${date}T${from}`), end: instant(end) };
}

function wholeDays(summary: string, date: string, days = 1): NewEvent {
  return { summary, start: date, end: addDays(date, days) };
}

function instant(wallTime: string): Date {
  return new Date(atWallTime(wallTime, timeZone));
}

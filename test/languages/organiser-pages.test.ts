// The organiser's pages say everything in the organiser's language: with a marked language in the place of German, no word
// of theirs stands outside of marks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { openDesk } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { german, unmarkedIn } from './unmarked.ts';

let service: TestService;
let made: MadeOrganiser;
let visitor: Visitor;
let booking: string;
let attendee: string;
let stopPretending: () => void;

beforeAll(async () => {
  service = await startTestService();
  service.clock.set(monday);
  made = await makeOrganiser(service, {
    eventType: { confirmation: 'email', title: 'Xy', slug: 'xy' },
  });
  const { id } = await openDesk(service, made).makeConfirmed({ name: 'Zed' });
  booking = id;
  stopPretending = pretendToSpeak('de');
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  visitor.setCookie('quarterhour-language', 'de');
  await service.settle();
  attendee = /attendees\/([\da-f-]{36})/.exec(
    (await visitor.open('/organiser/attendees')).text,
  )![1]!;
});

afterAll(async () => {
  stopPretending();
  await service.close();
});

test.each([
  '/organiser/sign-in?as=nobody',
  '/organiser',
  '/organiser?date=2026-11-24',
  '/organiser/calendar?date=2026-11-24',
  '/organiser/calendar?view=month&date=2026-11-24',
  '/organiser/bookings',
  '/organiser/bookings?q=nobody',
  '/organiser/bookings/past',
  '/organiser/bookings/cancelled',
  '/organiser/bookings/{booking}',
  '/organiser/bookings/{booking}/move',
  '/organiser/bookings/{booking}/move?start=2026-11-25T09:00:00Z',
  '/organiser/book',
  '/organiser/book?eventType=xy&date=2026-11-25',
  '/organiser/hours',
  '/organiser/event-types',
  '/organiser/event-types/xy',
  '/organiser/new-event-type',
  '/organiser/calendars',
  '/organiser/attendees',
  '/organiser/attendees/{attendee}',
  '/organiser/attendees/{attendee}/erase',
  '/organiser/attendees/{attendee}/merge',
  '/organiser/privacy',
  '/organiser/why',
  '/organiser/why?eventType=xy&date=2026-11-25&time=07:00',
  '/organiser/numbers',
  '/organiser/profile',
  '/organiser/api-keys',
  '/organiser/nothing-here',
])('%s', async (path) => {
  const address = path.replace('{booking}', booking).replace('{attendee}', attendee);

  const { text, status } = await visitor.open(address);

  expect([200, 404]).toContain(status);
  expect(
    unmarkedIn(text, [...known(), ...german, /lea-\w+@example\.org/.exec(text)?.[0] ?? '']),
  ).toEqual([]);
});

function known(): string[] {
  const { organiser, email } = made;
  const shared = [
    'Quarterhour',
    'Google',
    'Test Organiser',
    'Test',
    'TO',
    'Xy',
    'xy',
    'Zed',
    'UTC',
    'API',
    'CSV',
  ];
  const named = [organiser.name, organiser.handle, email, service.url, 'Europe/Berlin', 'Berlin'];
  return [
    ...shared,
    ...named,
    '15 minutes',
    '30 minutes',
    '60 minutes',
    '15min',
    '30min',
    '60min',
    'English',
    'Español',
    'Deutsch',
    'Français',
    'हिन्दी',
  ];
}

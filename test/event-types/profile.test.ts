import { expect, test } from '@jest/globals';
import type { EventType } from '../../src/event-types/event-type.ts';
import { newEventType } from '../../src/event-types/new-event-type.ts';
import { profile } from '../../src/event-types/profile-pages.ts';
import { lengthUnlessTitle } from '../../src/event-types/summary-view.ts';
import type { Organiser } from '../../src/organisers/organiser.ts';

const organiser: Organiser = {
  id: '1',
  handle: 'mira',
  name: 'Mira',
  email: 'mira@example.com',
  timeZone: 'UTC',
  locale: 'en',
  language: null,
  bookingCalendarId: null,
  hoursVersion: '1',
  isDisabled: false,
};

const eventType: EventType = {
  ...newEventType,
  id: '1',
  organiserId: '1',
  position: 0,
  slug: 'talk',
  title: 'Talk',
  durationMinutes: 30,
  questions: [],
};

test.each([
  ['30 minutes', 30, null],
  ['A call of 30 min', 30, null],
  ['30-minute call', 30, null],
  ['1 hour', 60, null],
  ['130 minutes', 30, '30 minutes'],
  ['Check-up', 30, '30 minutes'],
  ['Room 30', 30, '30 minutes'],
])('beside the title "%s" a length of %s minutes reads %s', (title, durationMinutes, length) => {
  expect(lengthUnlessTitle({ ...eventType, title, durationMinutes })).toBe(length);
});

test('a profile says of each offer how long and where, and nothing where there is nothing to say', () => {
  const phone = {
    ...eventType,
    durationMinutes: 45,
    place: { kind: 'phone', whoCalls: 'organiser' },
  } as const;
  const bare = {
    ...eventType,
    title: '15 minutes',
    durationMinutes: 15,
    place: { kind: 'none' },
  } as const;

  const { text } = profile(organiser, [phone, bare]);

  expect(text).toContain('<span class="soft">45 minutes · By phone</span>');
  expect(text.match(/class="soft"/g)).toHaveLength(2);
});

test('an offer whose place is a link is one link, not two within each other', () => {
  const place = { kind: 'link', url: 'https://meet.example.com/rooms/4711' } as const;

  const { text } = profile(organiser, [{ ...eventType, place }]);

  expect(text).toContain('30 minutes · meet.example.com</span>');
  expect(text.match(/<a /g)).toHaveLength(1);
});

import { expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { type Appointment, calendarFile } from '../../src/mail/calendar-file.ts';

const appointment: Appointment = {
  uid: 'abc@google.com',
  sequence: 3,
  isCancelled: false,
  title: 'Visit; with, commas',
  description: 'Move or cancel: http://localhost/bookings/x',
  startsAt: new Date('2026-11-24T09:00:00Z'),
  endsAt: new Date('2026-11-24T09:30:00Z'),
  stamp: new Date('2026-11-23T08:00:00Z'),
  location: 'Example Street 1',
  url: 'http://localhost/bookings/x',
  organiser: { name: 'Test Organiser', email: 'organiser@example.com' },
};

test('the file is one event in UTC, published, not an invitation of our own', () => {
  const { method, content } = calendarFile(appointment);

  const calendar = new ICAL.Component(ICAL.parse(content));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  expect(method).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(event).toMatchObject({
    uid: 'abc@google.com',
    sequence: 3,
    summary: 'Visit; with, commas',
  });
  expect(event.startDate.toJSDate()).toEqual(appointment.startsAt);
  expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
  expect(event.endDate.toJSDate()).toEqual(appointment.endsAt);
  expect(event.attendees).toEqual([]);
});

test('a cancelled appointment takes the same event away again', () => {
  const { method, content } = calendarFile({ ...appointment, isCancelled: true, sequence: 4 });

  const calendar = new ICAL.Component(ICAL.parse(content));
  const event = calendar.getFirstSubcomponent('vevent')!;
  expect([method, calendar.getFirstPropertyValue('method')]).toEqual(['CANCEL', 'CANCEL']);
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.getFirstPropertyValue('uid')).toBe('abc@google.com');
});

// One appointment as an iCalendar file (RFC 5545). Its UID is that of Google's event, so that calendars file it as
// the same event as Google's invitation. Times in UTC: a zone in the file would need its whole definition.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Invite } from './mailer.ts';

export type Appointment = {
  uid: string;
  /** Rises with each change. */
  sequence: number;
  isCancelled: boolean;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** When it was last changed. */
  stamp: Date;
  location: string | null;
  url: string | null;
  organiser: { name: string; email: string };
};

export function calendarFile(appointment: Appointment): Invite {
  const { isCancelled } = appointment;
  const calendar = ical({
    prodId: '//Quarterhour//Quarterhour//EN',
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: appointment.uid,
    sequence: appointment.sequence,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: appointment.title,
    description: appointment.description,
    start: appointment.startsAt,
    end: appointment.endsAt,
    stamp: appointment.stamp,
    location: appointment.location,
    url: appointment.url,
    organizer: appointment.organiser,
  });
  return { method: isCancelled ? 'CANCEL' : 'PUBLISH', content: calendar.toString() };
}

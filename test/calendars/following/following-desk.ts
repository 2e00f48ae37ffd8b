// An organiser who works in Google Calendar, an attendee who books, and a reading of the calendar when the test says so.
import { randomUUID } from 'node:crypto';
import { getBooking } from '../../../src/bookings/booking-queries.ts';
import { followCalendar } from '../../../src/calendars/following/follow-calendar.ts';
import { sql } from '../../../src/database/sql.ts';
import * as people from '../../../src/sandbox/google/people/events.ts';
import { answerInvitation } from '../../../src/sandbox/google/people/guests.ts';
import { book, tokenOf } from '../../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../../support/makers.ts';
import type { TestService } from '../../support/service.ts';

export const ten = '2026-11-24T10:00:00+01:00';
export const two = '2026-11-24T14:00:00+01:00';

export type Booked = { id: string; eventId: string; manage: string; email: string };
export type FollowingDesk = Awaited<ReturnType<typeof openFollowingDesk>>;

export async function openFollowingDesk(
  service: TestService,
  wishes: Parameters<typeof makeOrganiser>[1] = {},
) {
  const made = await makeOrganiser(service, wishes);
  const calendarId = made.organiser.bookingCalendarId!;
  const { world } = service.google;
  const place = (booked: Booked, calendar = made.email) => ({
    calendarId: calendar,
    eventId: booked.eventId,
  });
  /** Google's changes and ours lie apart in time, as they do. */
  const aWhile = () => service.clock.advance(5000);
  const read = async () => {
    aWhile();
    await followCalendar(service.parts, { calendarId });
    await service.settle();
  };
  await service.settle();
  await read();
  return {
    made,
    calendarId,
    place,
    read,
    aWhile,
    book: (start: string = ten, who: MadeOrganiser = made) => bookAt(service, who, start),
    move: (booked: Booked, start: string) => {
      aWhile();
      people.moveEvent(world, place(booked), new Date(start));
    },
    remove: (booked: Booked) => {
      aWhile();
      people.removeEvent(world, place(booked));
    },
    answer: (booked: Booked, responseStatus: 'accepted' | 'declined', comment?: string) => {
      aWhile();
      const answer = { responseStatus, ...(comment === undefined ? {} : { comment }) };
      answerInvitation(world, place(booked), booked.email, answer);
    },
    /** Both sides, as they stand. */
    event: (booked: Booked, calendar = made.email) =>
      world.state.events[calendar]![booked.eventId]!.event,
    booking: (booked: Booked) => getBooking(service.parts.database, booked.id),
    /** The subjects' first words, of the mails since the last question. */
    mails: mailReader(service, made),
  };
}

async function bookAt(service: TestService, made: MadeOrganiser, start: string): Promise<Booked> {
  const email = `lea-${randomUUID().slice(0, 8)}@example.org`;
  const { body } = await book(service, made, start, { email });
  await service.settle();
  const [row] = await service.parts.database.query<{ eventId: string }>(
    sql`select google_event_id as "eventId" from bookings where id = ${body.id}`,
  );
  const manage = `/api/bookings/${tokenOf(body.manageUrl)}`;
  return { id: body.id, eventId: row!.eventId, manage, email };
}

function mailReader(service: TestService, { email }: MadeOrganiser) {
  const read = new Map<string, number>();
  return (booked?: Booked): string[] => {
    const address = booked?.email ?? email;
    const mails = service.inbox.to(address).map(({ subject }) => subject.split(':')[0]!);
    const news = mails.slice(read.get(address) ?? 0);
    read.set(address, mails.length);
    return news;
  };
}

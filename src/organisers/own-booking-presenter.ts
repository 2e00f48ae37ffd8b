// A booking in the organiser's API.
import type { OwnAttendee, OwnBooking, PublishTrouble } from './own-booking.ts';

export function presentOwnBooking(booking: OwnBooking) {
  return {
    id: booking.id,
    state: booking.state,
    start: booking.startsAt.toISOString(),
    end: booking.endsAt.toISOString(),
    expiresAt: booking.state === 'requested' ? booking.expiresAt?.toISOString() : undefined,
    isProven: booking.isProven,
    isClashing: booking.isClashing,
    calendarFlag: booking.calendarFlag,
    isPublished: booking.isPublished,
    publishTrouble: booking.publishTrouble && presentTrouble(booking.publishTrouble),
    mailRefusal: booking.mailRefusal,
    reason: booking.reason,
    eventType: { slug: booking.eventType.slug, title: booking.eventType.title },
    attendee: booking.attendee && presentAttendee(booking.attendee, booking),
    eventLink: booking.eventLink,
    conferenceLink: booking.conferenceLink,
    createdAt: booking.createdAt.toISOString(),
    bookedBy: booking.bookedBy,
    note: booking.organiserNote,
  };
}

function presentTrouble({ code, said, at, isGivenUp }: PublishTrouble) {
  return { code, said, at: at.toISOString(), isGivenUp };
}

function presentAttendee(attendee: OwnAttendee, { response, comment }: OwnBooking) {
  return {
    id: attendee.id,
    name: attendee.name,
    email: attendee.email,
    phone: attendee.phone,
    timeZone: attendee.timeZone,
    response,
    comment,
    newPatient: attendee.newPatient,
    age: attendee.age,
    gender: attendee.gender,
    address: attendee.address,
    answers: attendee.answers,
    askedQuestions: attendee.askedQuestions.map(({ key, label }) => ({ key, label })),
    note: attendee.note,
    visits: attendee.visits,
  };
}

// Attendees, what is exported of them, and receipts, in the organiser's API.
import type { Cursor } from './attendee-queries.ts';
import type { Attendee, AttendeeBooking } from './attendee.ts';
import type { Export, ExportedBooking } from './export-attendee.ts';
import { receiptSentences, type Receipt } from './receipt.ts';

export function presentAttendee(attendee: Attendee) {
  return {
    id: attendee.id,
    name: attendee.name,
    email: attendee.email,
    formerAddresses: attendee.formerAddresses,
    phone: attendee.phone,
    note: attendee.note,
    visits: attendee.visits,
    noShows: attendee.noShows,
    firstVisitAt: attendee.firstVisitAt?.toISOString() ?? null,
    lastVisitAt: attendee.lastVisitAt?.toISOString() ?? null,
    nextBookingAt: attendee.nextBookingAt?.toISOString() ?? null,
    createdAt: attendee.createdAt.toISOString(),
  };
}

/** Opaque to whoever gets it; `readCursor` of attendee-input.ts takes it back. */
export function presentCursor({ name, id }: Cursor): string {
  return Buffer.from(JSON.stringify({ name, id })).toString('base64url');
}

export function presentExport({ exportedAt, attendee, bookings }: Export) {
  return {
    exportedAt: exportedAt.toISOString(),
    attendee: presentAttendee(attendee),
    bookings: bookings.map(presentExportedBooking),
  };
}

function presentExportedBooking({ booking, changes, mails }: ExportedBooking) {
  return {
    ...presentAttendeeBooking(booking),
    history: changes.map(presentChange),
    mails: mails.map(({ message, sentAt, refusal }) => ({
      message,
      sentAt: sentAt.toISOString(),
      refusal,
    })),
  };
}

function presentAttendeeBooking(booking: AttendeeBooking) {
  return {
    id: booking.id,
    state: booking.state,
    start: booking.startsAt.toISOString(),
    end: booking.endsAt.toISOString(),
    eventType: booking.eventType,
    requestedAt: booking.requestedAt.toISOString(),
    confirmedAt: booking.confirmedAt?.toISOString() ?? null,
    reason: booking.reason,
    name: booking.name,
    email: booking.email,
    phone: booking.phone,
    timeZone: booking.timeZone,
    language: booking.locale,
    newPatient: booking.newPatient,
    age: booking.age,
    gender: booking.gender,
    address: booking.address,
    answers: booking.answers,
    note: booking.note,
    organiserNote: booking.organiserNote,
    bookedBy: booking.bookedBy,
    response: booking.response,
    comment: booking.comment,
  };
}

function presentChange({
  at,
  actor,
  state,
  startsAt,
  endsAt,
  reason,
  deed,
}: ExportedBooking['changes'][number]) {
  return {
    at: at.toISOString(),
    by: actor,
    state,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    reason,
    deed,
  };
}

export function presentReceipt(receipt: Receipt) {
  return {
    id: receipt.id,
    erasedAt: receipt.erasedAt.toISOString(),
    fields: receipt.fields,
    addressCount: receipt.addressCount,
    bookingCount: receipt.bookingCount,
    cancelledCount: receipt.cancelledCount,
    mail: receipt.mail,
    sentences: receiptSentences(receipt),
  };
}

// A row of bookings, as the database has it, and the booking that it is.
import type { Answer } from '../event-types/event-type.ts';
import type {
  Actor,
  AttendeeForm,
  AttendeeResponse,
  Booking,
  BookingState,
  PublishedEvent,
} from './booking.ts';

export type BookingRow = PublishedEvent & {
  id: string;
  organiserId: string;
  eventTypeId: string;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  blockedFrom: Date;
  blockedTo: Date;
  clashing: boolean;
  expiresAt: Date | null;
  createdAt: Date;
  bookedBy: 'attendee' | 'organiser';
  changedAt: Date;
  changedBy: Actor;
  reason: string | null;
  requestedAt: Date | null;
  provenAt: Date | null;
  confirmedAt: Date | null;
  manageGeneration: number;
  revision: number;
  attendeeId: string | null;
  attendeeResponse: AttendeeResponse | null;
  attendeeComment: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  timeZone: string | null;
  locale: string | null;
  newPatient: boolean | null;
  age: number | null;
  gender: string | null;
  address: string | null;
  answers: Record<string, Answer> | null;
  note: string | null;
};

export function toBooking(row: BookingRow): Booking {
  const core = coreOf(row);
  const attendee = attendeeOf(row);
  switch (row.state) {
    case 'held':
      return { ...core, state: row.state, expiresAt: row.expiresAt! };
    case 'requested': {
      const { expiresAt, requestedAt, provenAt } = row;
      return {
        ...core,
        state: row.state,
        expiresAt: expiresAt!,
        requestedAt: requestedAt!,
        provenAt,
        attendee: attendee!,
      };
    }
    case 'confirmed':
      return { ...settledOf(row, core), state: row.state, attendee: attendee! };
    case 'completed':
    case 'no_show':
      return { ...settledOf(row, core), state: row.state, attendee };
    case 'cancelled':
    case 'expired': {
      const { requestedAt, provenAt, confirmedAt } = row;
      return {
        ...core,
        state: row.state,
        requestedAt,
        provenAt,
        confirmedAt,
        attendee,
        event: eventOf(row),
      };
    }
  }
}

function settledOf(row: BookingRow, core: ReturnType<typeof coreOf>) {
  const { confirmedAt, attendeeId, attendeeResponse, attendeeComment } = row;
  return {
    ...core,
    confirmedAt: confirmedAt!,
    attendeeId,
    attendeeResponse,
    attendeeComment,
    event: eventOf(row),
  };
}

function coreOf(row: BookingRow) {
  const { id, organiserId, eventTypeId, startsAt, endsAt, createdAt, changedAt, changedBy } = row;
  const { reason, manageGeneration, revision, clashing, blockedFrom, blockedTo, bookedBy } = row;
  return {
    id,
    organiserId,
    eventTypeId,
    startsAt,
    endsAt,
    blocked: { from: blockedFrom, to: blockedTo },
    createdAt,
    bookedBy,
    changedAt,
    changedBy,
    reason,
    manageGeneration,
    revision,
    clashing,
  };
}

/** Null before the form is in, and after its erasure. */
function attendeeOf(row: BookingRow): AttendeeForm | null {
  const { name, email, phone, timeZone, locale, newPatient, age, gender, address, answers, note } =
    row;
  if (name === null || email === null || timeZone === null) return null;
  return {
    name,
    email,
    phone,
    timeZone,
    locale: locale ?? 'en',
    newPatient,
    age,
    gender,
    address,
    answers: answers ?? {},
    note,
  };
}

function eventOf(row: BookingRow): PublishedEvent {
  const {
    calendarId,
    googleEventId,
    iCalUid,
    eventLink,
    conferenceLink,
    agreedEtag,
    agreedRevision,
    calendarFlag,
  } = row;
  return {
    calendarId,
    googleEventId,
    iCalUid,
    eventLink,
    conferenceLink,
    agreedEtag,
    agreedRevision,
    calendarFlag,
  };
}

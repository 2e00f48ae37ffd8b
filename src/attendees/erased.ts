// What there is to erase of a person.
import type { Attendee, AttendeeBooking, AttendeeChange } from './attendee.ts';
import { type ErasedField, erasedFields } from './receipt.ts';

export function fieldsToErase(
  attendee: Attendee,
  bookings: readonly AttendeeBooking[],
  changes: readonly AttendeeChange[],
): ErasedField[] {
  const some = (has: (booking: AttendeeBooking) => unknown) => bookings.some(has);
  const has: Record<ErasedField, boolean> = {
    name: true,
    email: true,
    phone: attendee.phone !== null || some(({ phone }) => phone),
    organiserNote: attendee.note !== null || some(({ organiserNote }) => organiserNote),
    age: some(({ age }) => age !== null),
    gender: some(({ gender }) => gender),
    address: some(({ address }) => address),
    answers: some(({ answers }) => Object.keys(answers ?? {}).length > 0),
    newPatient: some(({ newPatient }) => newPatient !== null),
    note: some(({ note }) => note),
    reasons:
      some(({ reason, comment }) => reason ?? comment) || changes.some(({ reason }) => reason),
    timeZone: some(({ timeZone }) => timeZone),
  };
  return erasedFields.filter((field) => has[field]);
}

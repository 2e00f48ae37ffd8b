// From the form of a booking for somebody to what is to be booked; every fault is named at once.
import type { Typed } from '../bookings/form-input.ts';
import { invalidInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import { type FieldError, isProblem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { readBehalf } from './behalf-input.ts';
import type { BehalfRequest } from './book-on-behalf.ts';
import type { Booker } from './booker.ts';
import { type SentDetails, submissionOf } from './details-input.ts';
import { readOtherTime } from './other-time-input.ts';

/** The time of a button, else one that was typed, else the one that was chosen before. Throws invalid_input. */
export function startOf({ take, on, at, start }: SentDetails, timeZone: string): Date {
  if (take) return take;
  if (on !== '' || at !== '') return readOtherTime({ on, at }, timeZone);
  if (start) return start;
  throw invalidInput([{ field: 'on', message: say('Choose a date') }]);
}

/** Throws invalid_input: fields are named as the form names them. */
export function readDetails(
  booker: Booker,
  { form, typed }: { form: SentDetails; typed: Typed },
  tokens: Tokens,
): BehalfRequest {
  const { organiser, eventType } = booker;
  const errors: FieldError[] = [];
  const startsAt = orFaults(errors, () => startOf(form, organiser.timeZone));
  const start = (startsAt ?? new Date(0)).toISOString();
  const body = { eventType: eventType.slug, start, ...submissionOf(typed) };
  const read = orFaults(errors, () => readBehalf(body, eventType));
  if (!read || errors.length > 0) throw invalidInput(errors.map(asTheFormNamesIt));
  const { attendee, note } = read;
  const request = { organiser, eventType, startsAt: read.startsAt, attendee, note };
  const idempotency = idempotencyOf(tokens, form, request);
  return { ...request, accepts: { key: form.accept }, ...(idempotency && { idempotency }) };
}

function orFaults<Read>(errors: FieldError[], read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    errors.push(...(error.errors ?? []));
    return null;
  }
}

function asTheFormNamesIt({ field, message }: FieldError): FieldError {
  const names: Record<string, string> = { timeZone: 'theirZone', locale: 'theirLanguage' };
  const name = field.replace(/^attendee\./, '');
  return { field: names[name] ?? name, message };
}

/** Pressed twice it is one booking; changed and pressed again, another. */
function idempotencyOf(
  { fingerprint }: Tokens,
  { visit }: SentDetails,
  { organiser, eventType, ...request }: Omit<BehalfRequest, 'accepts'>,
) {
  if (visit === undefined) return null;
  const form = JSON.stringify([organiser.id, eventType.id, eventType.durationMinutes, request]);
  const key = Buffer.from(fingerprint(`on behalf ${visit} ${form}`), 'base64url');
  return { keyHash: key, bodyHash: key };
}

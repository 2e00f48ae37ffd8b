// A form that came in: its hold becomes the request. A hold that ran out meanwhile is no reason to refuse: if the time
// is still free, it is taken in the same step.
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import type { AttendeeForm } from './booking.ts';
import { releaseHold } from './release-hold.ts';
import { requestBooking, type RequestedBooking } from './request-booking.ts';

export type CompletedForm = {
  handle: string;
  slug: string;
  hold: string | undefined;
  startsAt: Date;
  durationMinutes: number;
  /** Of a secret link. */
  key: string | undefined;
  /** Chosen instead of the time that was held. */
  takesAnother: boolean;
  attendee: AttendeeForm;
  client: string | null;
};

/** Throws what requestBooking throws, but hold_expired. */
export async function sendForm(parts: Parts, form: CompletedForm): Promise<RequestedBooking> {
  const { hold, attendee, client } = form;
  if (hold === undefined || form.takesAnother) return requestSlot(parts, form);
  try {
    return await requestBooking(parts, { hold, attendee, client });
  } catch (error) {
    if (!isProblem(error, 'hold_expired') && !isProblem(error, 'not_found')) throw error;
    return requestSlot(parts, form);
  }
}

async function requestSlot(parts: Parts, form: CompletedForm): Promise<RequestedBooking> {
  const { handle, slug, attendee, client, hold } = form;
  const { startsAt, durationMinutes, key } = form;
  const requested = await requestBooking(parts, {
    slot: { organiser: handle, eventType: slug, startsAt, durationMinutes, key },
    attendee,
    client,
    idempotency: idempotencyOf(parts.tokens, form),
  });
  if (hold !== undefined && form.takesAnother) await releaseHold(parts, hold);
  return requested;
}

/** Pressed twice it is one request, though there is no hold to tell by: all of the form tells, and who sent it. */
function idempotencyOf(
  { fingerprint }: Tokens,
  { handle, slug, hold, startsAt, durationMinutes, attendee, client }: CompletedForm,
) {
  const form = JSON.stringify([handle, slug, hold, startsAt, durationMinutes, attendee, client]);
  const key = Buffer.from(fingerprint(`form ${form}`), 'base64url');
  return { keyHash: key, bodyHash: key };
}

// What POST /api/bookings takes: a hold or the slot itself, and the form that its event type asks for.
import type { Context } from 'koa';
import { z } from 'zod';
import { admit } from '../event-types/admit.ts';
import { findEventType, findEventTypeOfBooking } from '../event-types/event-type-queries.ts';
import { defaultAsks, type EventType } from '../event-types/event-type.ts';
import { invalidInput, readBody } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { attendeeInput, toAttendeeForm } from './attendee-input.ts';
import { instant, length, word } from './hold-routes.ts';
import type { BookingRequest } from './request-booking.ts';
import type { Idempotency } from './request-queries.ts';

/** Every fault of the form is named at once, also when the hold or slot is at fault too. */
export async function readBookingRequest(
  ctx: Context,
  parts: Parts,
): Promise<Pick<BookingRequest, 'hold' | 'slot' | 'attendee'>> {
  const eventType = await findAskedEventType(parts, readBody(ctx, z.unknown()));
  const {
    hold,
    organiser,
    eventType: slug,
    start,
    durationMinutes,
    key,
    ...form
  } = readBody(ctx, bookingInput(eventType ?? asksLittle));
  const attendee = toAttendeeForm(form);
  if (hold !== undefined) return { hold, attendee };
  const slot = { organiser: organiser!, eventType: slug!, startsAt: start!, durationMinutes, key };
  return { slot, attendee };
}

/** Keyed hashes only: the key may be guessable and the body is somebody's. */
export function readIdempotency(
  ctx: Context,
  { fingerprint }: Tokens,
): Pick<BookingRequest, 'idempotency'> {
  const key = ctx.get('Idempotency-Key');
  if (!key) return {};
  if (key.length > 255)
    throw invalidInput([
      { field: 'Idempotency-Key', message: say('This is longer than 255 characters.') },
    ]);
  const body = JSON.stringify((ctx.request as { body?: unknown }).body);
  const hash = (text: string) => Buffer.from(fingerprint(text), 'base64url');
  const idempotency: Idempotency = {
    keyHash: hash(`key ${ctx.path} ${key}`),
    bodyHash: hash(`body ${body}`),
  };
  return { idempotency };
}

export function bookingInput(eventType: Pick<EventType, 'asks' | 'questions'>) {
  return z
    .strictObject({
      hold: word.optional(),
      organiser: word.optional(),
      eventType: word.optional(),
      start: instant.optional(),
      durationMinutes: length.optional(),
      key: word.optional(),
      ...attendeeInput(eventType),
    })
    .refine(...hasHoldOr('organiser'))
    .refine(...hasHoldOr('eventType'))
    .refine(...hasHoldOr('start'))
    .refine(...isTheHolds('durationMinutes'))
    .refine(...isTheHolds('key'));
}

type Slot = Partial<
  Record<'hold' | 'organiser' | 'eventType' | 'start' | 'durationMinutes' | 'key', unknown>
>;

/** Asked also where other fields are at fault: all faults are named at once. */
function hasHoldOr(field: 'organiser' | 'eventType' | 'start') {
  const isThere = (body: Slot) => body.hold !== undefined || body[field] !== undefined;
  const when = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null;
  const told = { path: [field], error: () => say('This is needed, or a hold.'), when };
  return [isThere, told] as const;
}

/** A hold has its length already, and whoever has it was let in. */
function isTheHolds(field: 'durationMinutes' | 'key') {
  const isAlone = (body: Slot) => body.hold === undefined || body[field] === undefined;
  const when = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null;
  const error = () => say('Leave this out beside a hold.');
  return [isAlone, { path: [field] as string[], error, when }] as const;
}

const asksLittle = { asks: { ...defaultAsks, phone: 'optional' as const }, questions: [] };

const whichSlot = z.union([
  z.object({ hold: word }),
  z.object({ organiser: word, eventType: word, key: word.optional().catch(undefined) }),
]);

async function findAskedEventType(parts: Parts, body: unknown): Promise<EventType | null> {
  const { data } = whichSlot.safeParse(body);
  if (!data) return null;
  if ('organiser' in data) return findAdmitted(parts, data);
  const id = parts.tokens.idOf(data.hold);
  return id === null ? null : findEventTypeOfBooking(parts.database, id);
}

/** What a secret event type asks is told to nobody whom it would not let in. */
async function findAdmitted(
  parts: Parts,
  {
    organiser,
    eventType: slug,
    key,
  }: { organiser: string; eventType: string; key?: string | undefined },
): Promise<EventType | null> {
  const eventType = await findEventType(parts.database, organiser, slug);
  if (!eventType) return null;
  try {
    await admit(parts, eventType, key);
    return eventType;
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}

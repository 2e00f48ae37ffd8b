// What POST /api/bookings takes: a hold or the slot itself, and the form that its event type asks for.
import type { Context } from 'koa';
import { z } from 'zod';
import { findEventType, findEventTypeOfBooking } from '../event-types/event-type-queries.ts';
import { defaultAsks, type EventType } from '../event-types/event-type.ts';
import { invalidInput, readBody } from '../http/input.ts';
import type { Parts } from '../parts.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { attendeeInput, toAttendeeForm } from './attendee-input.ts';
import { instant, word } from './hold-routes.ts';
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
    ...form
  } = readBody(ctx, bookingInput(eventType ?? asksLittle));
  const attendee = toAttendeeForm(form);
  if (hold !== undefined) return { hold, attendee };
  return { slot: { organiser: organiser!, eventType: slug!, startsAt: start! }, attendee };
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
      { field: 'Idempotency-Key', message: 'This is longer than 255 characters.' },
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
      ...attendeeInput(eventType),
    })
    .refine(...hasHoldOr('organiser'))
    .refine(...hasHoldOr('eventType'))
    .refine(...hasHoldOr('start'));
}

type Slot = { hold?: unknown; organiser?: unknown; eventType?: unknown; start?: unknown };

/** Asked also where other fields are at fault: all faults are named at once. */
function hasHoldOr(field: 'organiser' | 'eventType' | 'start') {
  const isThere = (body: Slot) => body.hold !== undefined || body[field] !== undefined;
  const when = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null;
  const told = { path: [field], message: 'This is needed, or a hold.', when };
  return [isThere, told] as const;
}

const asksLittle = { asks: { ...defaultAsks, phone: 'optional' as const }, questions: [] };

const whichSlot = z.union([
  z.object({ hold: word }),
  z.object({ organiser: word, eventType: word }),
]);

async function findAskedEventType(parts: Parts, body: unknown): Promise<EventType | null> {
  const { data } = whichSlot.safeParse(body);
  if (!data) return null;
  if ('organiser' in data) return findEventType(parts.database, data.organiser, data.eventType);
  const id = parts.tokens.idOf(data.hold);
  return id === null ? null : findEventTypeOfBooking(parts.database, id);
}

// Who reads a booking's page: the attendee, in the zone the form was filled in, by the browser's clock.
import type { Context } from 'koa';
import { clientAddress } from '../http/client.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { clockOf, type Reader } from '../web/dates.ts';
import type { Booking } from './booking.ts';

export function readerOf(ctx: Context, booking: Booking, organiser: Organiser): Reader {
  const attendee = 'attendee' in booking ? booking.attendee : null;
  return {
    timeZone: attendee?.timeZone ?? organiser.timeZone,
    clock: clockOf(ctx.get('Accept-Language')),
  };
}

/** A keyed hash: the address itself goes no further. Null where limits per client are off. */
export function clientOf(ctx: Context, { tokens, config }: Parts): string | null {
  if (config.rateLimitPerMinute === 0) return null;
  return tokens.fingerprint(clientAddress(ctx, config.trustProxy));
}

export function tokenOf(ctx: Context): string {
  return (ctx.params as { token: string }).token;
}

// The page on which a button was pressed, to come back to: one of the organiser's own, so that no address leads elsewhere.
import type { RouterContext } from '@koa/router';
import { z } from 'zod';

const places: Record<string, string> = {
  agenda: '/organiser',
  past: '/organiser/bookings/past',
  cancelled: '/organiser/bookings/cancelled',
};

/** By its word, or by its path with what it was asked for. */
const pressedOn = z.object({
  back: z
    .string()
    .max(500)
    .regex(/^(agenda|past|cancelled|booking|\/organiser(\/[\w-]+)*(\?[\w\-.~%&=:+]*)?)$/)
    .catch('booking'),
  before: z.iso.datetime().optional().catch(undefined),
});

/** To be sent along with the next button. */
export function backQuery(ctx: RouterContext): Record<string, string | undefined> {
  return pressedOn.parse((ctx.request as { body?: unknown }).body ?? {});
}

/** `saved`: what that page is to say. */
export function backPlace(ctx: RouterContext, bookingId: string, saved: string): string {
  const { back, before } = backQuery(ctx);
  const path =
    places[back!] ?? (back!.startsWith('/') ? back! : `/organiser/bookings/${bookingId}`);
  const [place, asked] = path.split('?', 2);
  const query = new URLSearchParams(asked);
  if (before !== undefined) query.set('before', before);
  query.set('saved', saved);
  return `${place}?${query.toString()}`;
}

// How far an organiser has come in booking for somebody, as the address of each page carries it.
import { z } from 'zod';
import { withQuery } from '../web/picker/links.ts';
import { instant, pickerQuery } from '../web/picker/picker-input.ts';

export const home = '/organiser/book';

const word = z.string().max(200).optional().catch(undefined);

/** What cannot be read counts as not said. */
export const wishQuery = pickerQuery.omit({ hold: true, key: true }).extend({
  eventType: word,
  start: instant.optional().catch(undefined),
  /** Another time than those on offer: a date and a time on the organiser's clock, as typed. */
  on: word,
  at: word,
  attendee: z.uuid().optional().catch(undefined),
  /** Somebody who is not known yet; `q` has part of a name or address. */
  who: z.literal('new').optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
});

export type WishQuery = z.infer<typeof wishQuery>;

export type Wish = {
  eventType?: string | undefined;
  durationMinutes?: number | undefined;
  /** The day to look at, until a time is chosen. */
  date?: string | undefined;
  start?: Date | undefined;
  attendee?: string | undefined;
  who?: 'new' | undefined;
  q?: string | undefined;
};

/** In the order in which it is asked. */
export function wishFields(wish: Wish): Record<string, string | undefined> {
  const { eventType, durationMinutes, date, start, attendee, who, q } = wish;
  return {
    eventType,
    durationMinutes: durationMinutes?.toString(),
    date: start ? undefined : date,
    start: start?.toISOString(),
    attendee,
    who,
    q,
  };
}

export function wishLink(wish: Wish): string {
  return withQuery(home, wishFields(wish));
}

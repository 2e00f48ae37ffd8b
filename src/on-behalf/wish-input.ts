// What an address of booking for somebody says; what cannot be read counts as not said.
import { z } from 'zod';
import { instant, pickerQuery } from '../web/picker/picker-input.ts';

const word = z.string().max(200).optional().catch(undefined);

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

// How far an organiser has come in booking for somebody, as the address of each page carries it.
import { withQuery } from '../web/picker/links.ts';

export const home = '/organiser/book';

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

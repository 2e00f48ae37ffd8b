// Where the week view's pages are.
import type { Place } from '../people/place.ts';

/** A place, and whose week it is seen in. */
export type Held = Place & { account: string };

export function weekLink(account: string, date?: string): string {
  const week = date === undefined ? '' : `?week=${date}`;
  return `/calendar/${encodeURIComponent(account)}${week}`;
}

export function newLink(account: string, date?: string): string {
  return `${weekLink(account)}/new${date === undefined ? '' : `?startDate=${date}`}`;
}

export function eventLink({ account, calendarId, eventId }: Held): string {
  return `${weekLink(account)}/${encodeURIComponent(calendarId)}/${encodeURIComponent(eventId)}`;
}

export function binLink(account: string): string {
  return `${weekLink(account)}/bin`;
}

export function calendarsLink(account: string): string {
  return `${weekLink(account)}/calendars`;
}

/** Where a guest without an account here answers, as by the buttons in Google's mail. */
export function answerLink({ calendarId, eventId }: Place, guest: string): string {
  const query = new URLSearchParams({ calendarId, eventId, guest });
  return `/calendar/answer?${query.toString()}`;
}

// What the week view's forms send, read into what an event says. The times are the calendar's wall clock.
import { GoogleError } from '../api/call.ts';
import type { ResponseStatus } from '../events/event.ts';
import { readDateTime } from '../times.ts';
import type { EventFields, Times } from './acts.ts';
import { addDays, isDay } from './dates.ts';

export type Form = Record<string, string | undefined>;

/** A body as koa parsed it; a field that came twice counts once. */
export function readForm(body: unknown): Form {
  const fields = Object.entries((body ?? {}) as Record<string, string | string[]>);
  return Object.fromEntries(fields.map(([name, value]) => [name, [value].flat().at(-1)]));
}

/** Throws a GoogleError, in words for the one who typed. */
export function readEvent(form: Form, timeZone: string): EventFields {
  const isAllDay = form['allDay'] !== undefined;
  const { startDate, startTime, endDate = startDate, endTime } = form;
  const recurrence = form['repeats']?.split('\n').filter((line) => line !== '');
  return {
    summary: form['title']?.trim() ?? '',
    location: form['place']?.trim() ?? '',
    description: form['text']?.trim(),
    transparency: form['show'] === 'transparent' ? 'transparent' : 'opaque',
    guests: readGuests(form['guests'] ?? ''),
    ...(isAllDay
      ? readDays(startDate, endDate)
      : readTimes(`${startDate}T${startTime}`, `${endDate}T${endTime}`, timeZone)),
    ...(form['repeats'] === 'kept' ? {} : { recurrence }),
  };
}

/** From a drag: two dates, as Google has them, or two times. */
export function readSpan({ start = '', end = '' }: Form, timeZone: string): Times {
  return isDay(start) && isDay(end) ? { start, end } : readTimes(start, end, timeZone);
}

export function readAnswer(form: Form): { responseStatus: ResponseStatus; comment: string } {
  const given = (['accepted', 'tentative', 'declined'] as const).find(
    (each) => each === form['answer'],
  );
  if (!given) throw unreadable('Say yes, maybe or no.');
  return { responseStatus: given, comment: form['comment']?.trim() ?? '' };
}

function readGuests(text: string): string[] {
  const guests = text.split(/[\s,;]+/).filter((address) => address !== '');
  return guests.map(readAddress);
}

export function readAddress(address = ''): string {
  if (/^[^@\s]+@[^@\s]+$/.test(address)) return address;
  throw unreadable(`“${address}” is not an e-mail address.`);
}

/** Google's end is the day after the last one. */
function readDays(first: string | undefined, last: string | undefined): Times {
  if (!isDay(first) || !isDay(last)) throw unreadable('Give the day as year, month and day.');
  if (last < first) throw unreadable('The last day lies before the first.');
  return { start: first, end: addDays(last, 1) };
}

function readTimes(start: string, end: string, timeZone: string): Times {
  const startsAt = readDateTime(start, timeZone);
  const endsAt = readDateTime(end, timeZone);
  if (startsAt === null || endsAt === null) throw unreadable('Give both a day and a time.');
  if (endsAt < startsAt) throw unreadable('The end lies before the start.');
  return { start: new Date(startsAt), end: new Date(endsAt) };
}

function unreadable(message: string): GoogleError {
  return new GoogleError(400, 'invalid', message);
}

// Times, answers and repetitions, said as a person would.
import type { CalendarEvent, ResponseStatus } from '../events/event.ts';
import { addDays } from './dates.ts';
import type { SeenEvent } from './events.ts';

const locale = 'en-GB';
const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

export const answerWords: Record<ResponseStatus, string> = {
  accepted: 'Yes',
  tentative: 'Maybe',
  declined: 'No',
  needsAction: 'No answer yet',
};

export const standingWords: Record<SeenEvent['standing'], string> = {
  own: '',
  accepted: 'you said yes',
  tentative: 'you said maybe',
  declined: 'you said no',
  needsAction: 'you have not answered',
};

/** What the form offers; anything else is kept as it is. */
export const repeats: Record<string, string> = {
  '': 'Does not repeat',
  'RRULE:FREQ=DAILY': 'Every day',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR': 'Every weekday',
  'RRULE:FREQ=WEEKLY': 'Every week',
  'RRULE:FREQ=MONTHLY': 'Every month',
};

export function titleOf({ summary }: CalendarEvent): string {
  return summary ?? 'No title';
}

export function weekTitle(dates: string[]): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(dates[0]!), new Date(dates[6]!));
}

export function dayTitle(date: string): string {
  return new Intl.DateTimeFormat(locale, { ...longDay, timeZone: 'UTC' }).format(new Date(date));
}

export function shortWeekday(date: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

export function clockTime(instant: number, timeZone: string): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).format(instant);
}

/** 'Monday 23 November 2026, 09:00–10:00', or days alone. */
export function eventTime({ event, isAllDay, start, end }: SeenEvent, timeZone: string): string {
  if (isAllDay) return dayRange(event.start.date!, addDays(event.end.date!, -1));
  const format = { ...longDay, hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).formatRange(start, end);
}

/** '24 Nov 2026, 09:00 Europe/Berlin' */
export function instantWords(instant: Date, timeZone: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(instant)} ${zoneWords(timeZone)}`;
}

/** 'Europe/Berlin' */
export function zoneWords(timeZone: string): string {
  return timeZone.replaceAll('_', ' ');
}

export function repeatWords({ recurrence }: CalendarEvent): string {
  if (!recurrence) return '';
  return repeats[recurrence.join('\n')] ?? recurrence.join(', ');
}

function dayRange(first: string, last: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...longDay, timeZone: 'UTC' });
  return format.formatRange(new Date(first), new Date(last));
}

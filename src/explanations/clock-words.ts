// Times as an organiser reads them, on a 24-hour clock: the day is named only where it is another.
import type { Period } from '../calendars/calendar.ts';
import { momentWords } from '../organisers/day-words.ts';
import { dayIn, timeText } from '../web/dates.ts';

/** "09:30" */
export function clockWords(at: Date, timeZone: string): string {
  return timeText(at, { timeZone, clock: '24' });
}

/** Both ends: "09:00" and "10:30"; "23 November at 22:00" and "24 November at 06:00". */
export function endsWords({ from, to }: Period, timeZone: string): { from: string; to: string } {
  const isOneDay = dayIn(timeZone, from) === dayIn(timeZone, to);
  const words = isOneDay ? clockWords : momentWords;
  return { from: words(from, timeZone), to: words(to, timeZone) };
}

// Times from–to as an organiser reads them: the day is named only where it is another.
import type { Period } from '../calendars/calendar.ts';
import { momentWords, timeWords } from '../organisers/day-words.ts';
import { dayIn } from '../web/dates.ts';

/** "09:30" */
export function clockWords(at: Date, timeZone: string): string {
  return timeWords(at, at, timeZone).split('–')[0]!;
}

/** "from 09:00 to 10:30"; "from 23 November, 22:00 to 24 November, 06:00" */
export function spanWords({ from, to }: Period, timeZone: string): string {
  const isOneDay = dayIn(timeZone, from) === dayIn(timeZone, to);
  const words = isOneDay ? clockWords : momentWords;
  return `from ${words(from, timeZone)} to ${words(to, timeZone)}`;
}

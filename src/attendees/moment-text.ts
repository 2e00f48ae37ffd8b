// A moment as receipts name it.
import { dateText, timeText, zoneText } from '../web/dates.ts';

/** "Tuesday 24 November 2026, 14:05, Europe/Berlin (GMT+1)" */
export function momentText(at: Date, timeZone: string): string {
  const date = dateText(at, { timeZone });
  return `${date}, ${timeText(at, { timeZone, clock: '24' })}, ${zoneText(timeZone, at)}`;
}

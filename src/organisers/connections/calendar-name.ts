// What a calendar is called among the others. Google names an account's main one like the account.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { say } from '../../languages/say.ts';

type Named = Pick<Calendar, 'title' | 'accountEmail'>;

/** Where its account is named above. */
export function calendarName({ title, accountEmail }: Named): string {
  return title === accountEmail ? say('Main calendar') : title;
}

/** Where it stands alone: "Main calendar of mira@example.com", "Consultations (mira@example.com)". */
export function fullCalendarName(calendar: Named): string {
  const { title, accountEmail } = calendar;
  return title === accountEmail
    ? say('Main calendar of {account}', { account: accountEmail })
    : `${title} (${accountEmail})`;
}

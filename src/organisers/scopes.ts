// What Google was asked to allow, in the organiser's words.
import { say } from '../languages/say.ts';

const meanings: Record<string, () => string> = {
  'https://www.googleapis.com/auth/calendar.events.freebusy': () =>
    say('See when you are busy, so that nobody is offered a time that is taken'),
  'https://www.googleapis.com/auth/calendar.events.owned': () =>
    say('Write appointments into the calendars that you own'),
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly': () =>
    say('See the list of your calendars, so that you can choose which ones count'),
};

export function missingScopes(needed: readonly string[], granted: readonly string[]): string[] {
  return needed.filter((scope) => !granted.includes(scope));
}

export function meaningOf(scope: string): string {
  return meanings[scope]?.() ?? scope;
}

// What speaks against a time, as its organiser reads it: a sentence each.
import { say } from '../languages/say.ts';
import { momentWords, timeWords } from '../organisers/day-words.ts';
import { dayIn } from '../web/dates.ts';
import type { Objection } from './objection.ts';

export function objectionSentence(objection: Objection, timeZone: string): string {
  switch (objection.is) {
    case 'outside_hours':
      return say('It is outside of your hours.');
    case 'day_full':
      return say(
        '{cap, plural, one {The day has its one booking already.} other {The day has its # bookings already, as many as you allow.}}',
        { cap: objection.cap },
      );
    case 'busy':
      return busySentence(objection, timeZone);
  }
}

/** The day is named only where it is another. */
function busySentence(
  { calendarName: calendar, period: { from, to } }: Extract<Objection, { is: 'busy' }>,
  timeZone: string,
): string {
  if (dayIn(timeZone, from) === dayIn(timeZone, to))
    return say('“{calendar}” is busy at Google, {times}.', {
      calendar,
      times: timeWords(from, to, timeZone),
    });
  return say('“{calendar}” is busy at Google from {from} to {to}.', {
    calendar,
    from: momentWords(from, timeZone),
    to: momentWords(to, timeZone),
  });
}

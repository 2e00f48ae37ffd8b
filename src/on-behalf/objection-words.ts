// What speaks against a time, as its organiser reads it: a sentence each.
import { say } from '../languages/say.ts';
import { momentWords } from '../organisers/day-words.ts';
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
    case 'busy': {
      const { from, to } = objection.period;
      return say('“{calendar}” is busy at Google from {from} to {to}.', {
        calendar: objection.calendarName,
        from: momentWords(from, timeZone),
        to: momentWords(to, timeZone),
      });
    }
  }
}

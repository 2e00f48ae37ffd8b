// What an attendee is told when the organiser's calendar cannot be known.
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

const retryAfterSeconds = 30;

export function calendarUnavailable(because: string, cause?: unknown): Problem {
  return new Problem(
    'calendar_unavailable',
    say(
      'The calendar cannot be read at the moment, so no times can be offered. Please try again in a minute.',
    ),
    { retryAfterSeconds, cause: cause ?? new Error(because) },
  );
}

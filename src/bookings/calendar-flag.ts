// What became of a calendar event that its booking cannot follow, in the organiser's words.
import { say } from '../languages/say.ts';
import type { CalendarFlag } from './booking.ts';

export const flagWords: Record<CalendarFlag, () => string> = {
  all_day: () =>
    say(
      'In Google Calendar this now lasts whole days, so there is no time to follow. The appointment stays at its time here; give the event a time again, or cancel the appointment.',
    ),
  recurring: () =>
    say(
      'In Google Calendar this is now a series. The appointment stays as it is here, and the series is left to you: move or delete it in Google Calendar.',
    ),
  moved_away: () =>
    say(
      'In Google Calendar this was moved to a calendar of somebody else’s, where we cannot follow it. The appointment stays at its time here; move the event back, or cancel the appointment.',
    ),
  restored: () =>
    say(
      'This was cancelled, and is in Google Calendar again. The appointment stays cancelled, and the attendee knows it as that: delete the event, or ask the attendee to book again.',
    ),
  guest_removed: () =>
    say(
      'In Google Calendar the attendee was taken off the guest list, and Google may have told them that it is cancelled. The appointment stands here: put them on the list again, or cancel the appointment.',
    ),
};

// Who offers time.
import { type Language, languageOf } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

export type Organiser = {
  id: string;
  handle: string;
  name: string;
  email: string;
  timeZone: string;
  /** What the browser said last, where none is chosen: mails are written in it. */
  locale: string;
  /** Chosen by hand; null: as the browser. */
  language: Language | null;
  bookingCalendarId: string | null;
  /** Rises whenever the hours change. */
  hoursVersion: string;
  /** By an administrator: what is booked stands and can be called off, and nothing is booked or moved any more. */
  isDisabled: boolean;
};

/** In which the organiser is written to. */
export function ownLanguage({
  language,
  locale,
}: Pick<Organiser, 'language' | 'locale'>): Language {
  return language ?? languageOf(locale);
}

type Named = Pick<Organiser, 'name' | 'isDisabled'>;

/** For pages and slots, which are not there while their organiser is disabled. Throws not_found. */
export function hideIfDisabled({ name, isDisabled }: Named): void {
  if (!isDisabled) return;
  const message = say(
    '{name} takes no bookings here at the moment. An appointment that you have already stands as it is.',
    { name },
  );
  throw new Problem('not_found', message, { heading: say('Booking is closed') });
}

/** For what somebody would book or move by the link of a booking. Throws forbidden. */
export function refuseIfDisabled({ name, isDisabled }: Named): void {
  if (!isDisabled) return;
  const message = say(
    '{name} takes no bookings here at the moment, so nothing can be booked or moved. What is booked already stands.',
    { name },
  );
  throw new Problem('forbidden', message, { heading: say('Booking is closed') });
}

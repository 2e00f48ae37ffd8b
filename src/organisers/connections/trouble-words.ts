// What is wrong with Google, said to the organiser: what it is, what it means, what to do.
import { currentLanguage } from '../../languages/current-language.ts';
import { say } from '../../languages/say.ts';
import { agoWords, momentWords } from '../day-words.ts';
import { failureWords } from './failure-words.ts';
import type { Trouble } from './health.ts';
import { reconnectReason } from './reconnect-reason.ts';

export type TroubleWords = {
  title: string;
  /** What it means, then what to do. */
  sentence: string;
  todo: { label: string; href: string } | null;
};

const calendarsPage = '/organiser/calendars';

export function troubleWords(trouble: Trouble, now: Date, timeZone: string): TroubleWords {
  switch (trouble.is) {
    case 'reconnect':
      return reconnectWords(trouble);
    case 'unreadable':
      return unreadableWords(trouble);
    case 'silent':
      return silentWords(trouble, now);
    case 'no_account':
      return {
        title: say('No Google account is connected'),
        sentence: say('Nobody is offered a time with you until you connect one.'),
        todo: { label: say('Connect an account'), href: '/auth/google?connect=1' },
      };
    case 'nothing_busy':
      return {
        title: say('No calendar makes you busy'),
        sentence: say(
          'Nobody is offered a time with you until you tick one: every hour would look free.',
        ),
        todo: choose(),
      };
    case 'no_booking_calendar':
      return noBookingCalendarWords(trouble);
    case 'no_own_calendar':
      return noOwnCalendarWords(trouble);
    case 'ends_soon':
      return endsSoonWords(trouble, timeZone);
  }
}

const choose = () => ({ label: say('Choose calendars'), href: calendarsPage });

type Of<Is extends Trouble['is']> = Extract<Trouble, { is: Is }>;

function reconnectWords({ account, isInUse }: Of<'reconnect'>): TroubleWords {
  const until = isInUse
    ? say('Until it is connected again nobody is offered a time with you.')
    : say('None of its calendars is in use, so your times are offered all the same.');
  return {
    title: say('Please connect this account again'),
    sentence: `${reconnectReason(account)} ${until}`,
    todo: { label: say('Connect again'), href: connectAgainAddress(account) },
  };
}

/** To Google's consent page for just this account. */
export function connectAgainAddress({ email }: { email: string }): string {
  const query = new URLSearchParams({ consent: '1', connect: '1', login_hint: email });
  return `/auth/google?${query.toString()}`;
}

function unreadableWords({ account, calendars }: Of<'unreadable'>): TroubleWords {
  const names = listed(calendars.map(({ title }) => `“${title}”`));
  const count = calendars.length;
  const isShared = calendars.some(({ accessRole }) => accessRole !== 'owner');
  const what = say(
    '{count, plural, one {{names} is no longer readable: its time counts as unknown, so no times are offered.} other {{names} are no longer readable: their time counts as unknown, so no times are offered.}}',
    { count, names },
  );
  const advice = isShared
    ? say(
        '{count, plural, one {Untick it, or have it shared with {email} again.} other {Untick them, or have them shared with {email} again.}}',
        { count, email: account.email },
      )
    : say(
        '{count, plural, one {If it is gone for good, untick it.} other {If they are gone for good, untick them.}}',
        { count },
      );
  return {
    title: say(
      '{count, plural, one {A calendar is no longer readable} other {Some calendars are no longer readable}}',
      { count },
    ),
    sentence: `${what} ${advice}`,
    todo: choose(),
  };
}

function silentWords({ account, since }: Of<'silent'>, now: Date): TroubleWords {
  const last =
    since === null
      ? say('It has not answered yet.')
      : say('Its last answer came {ago}.', { ago: agoWords(since, now) });
  return {
    title: say('Google gives no answer'),
    sentence: `${failureWords(account.lastErrorCode)} ${last} ${say('Until it answers for {email} nobody is offered a time with you. It is asked again by itself every few minutes.', { email: account.email })}`,
    todo: { label: say('Look closer'), href: calendarsPage },
  };
}

function noBookingCalendarWords({ calendar }: Of<'no_booking_calendar'>): TroubleWords {
  const why = calendar
    ? say('“{title}”, which received your bookings, is gone or no longer your own.', {
        title: calendar.title,
      })
    : say('The account with the calendar for your bookings is disconnected.');
  return {
    title: say('Your bookings have no calendar to go to'),
    sentence: `${why} ${say('Nobody is offered a time with you until you choose another calendar.')}`,
    todo: choose(),
  };
}

function noOwnCalendarWords({ eventType, calendar }: Of<'no_own_calendar'>): TroubleWords {
  const why = calendar
    ? say('“{title}” is gone or no longer your own.', { title: calendar.title })
    : say('Its calendar is gone or no longer your own.');
  const { title } = eventType;
  const until = say('Nobody is offered “{title}” until you choose another calendar for it.', {
    title,
  });
  return {
    title: say('“{title}” has no calendar to go to', { title }),
    sentence: `${why} ${until}`,
    todo: { label: say('Open the event type'), href: `/organiser/event-types/${eventType.slug}` },
  };
}

function endsSoonWords({ account, endsAt }: Of<'ends_soon'>, timeZone: string): TroubleWords {
  return {
    title: say('Google’s permission ends soon'),
    sentence: say(
      'Google lets this service into the calendar of {email} until {until}. Connect it again before that, and nothing is interrupted.',
      { email: account.email, until: momentWords(endsAt, timeZone) },
    ),
    todo: { label: say('Connect again'), href: connectAgainAddress(account) },
  };
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage().locale).format(words);
}

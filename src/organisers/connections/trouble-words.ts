// What is wrong with Google, said to the organiser: what it is, what it means, what to do.
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
        title: 'No Google account is connected',
        sentence: 'Nobody is offered a time with you until you connect one.',
        todo: { label: 'Connect an account', href: '/auth/google?connect=1' },
      };
    case 'nothing_busy':
      return {
        title: 'No calendar makes you busy',
        sentence:
          'Nobody is offered a time with you until you tick one: every hour would look free.',
        todo: choose,
      };
    case 'no_booking_calendar':
      return noBookingCalendarWords(trouble);
    case 'no_own_calendar':
      return noOwnCalendarWords(trouble);
    case 'ends_soon':
      return endsSoonWords(trouble, timeZone);
  }
}

const choose = { label: 'Choose calendars', href: calendarsPage };

type Of<Is extends Trouble['is']> = Extract<Trouble, { is: Is }>;

function reconnectWords({ account, isInUse }: Of<'reconnect'>): TroubleWords {
  const until = isInUse
    ? 'Until it is connected again nobody is offered a time with you.'
    : 'None of its calendars is in use, so your times are offered all the same.';
  return {
    title: 'Please connect this account again',
    sentence: `${reconnectReason(account)} ${until}`,
    todo: { label: 'Connect again', href: connectAgainAddress(account) },
  };
}

/** To Google's consent page for just this account. */
export function connectAgainAddress({ email }: { email: string }): string {
  const query = new URLSearchParams({ consent: '1', connect: '1', login_hint: email });
  return `/auth/google?${query.toString()}`;
}

function unreadableWords({ account, calendars }: Of<'unreadable'>): TroubleWords {
  const names = listed(calendars.map(({ title }) => `“${title}”`));
  const isOne = calendars.length === 1;
  const isShared = calendars.some(({ accessRole }) => accessRole !== 'owner');
  const it = isOne ? 'it' : 'them';
  const advice = isShared
    ? `Untick ${it}, or have ${it} shared with ${account.email} again.`
    : `If ${it} ${isOne ? 'is' : 'are'} gone for good, untick ${it}.`;
  return {
    title: isOne ? 'A calendar is no longer readable' : 'Some calendars are no longer readable',
    sentence: `${names} ${isOne ? 'is' : 'are'} no longer readable: ${isOne ? 'its' : 'their'} time counts as unknown, so no times are offered. ${advice}`,
    todo: choose,
  };
}

function silentWords({ account, since }: Of<'silent'>, now: Date): TroubleWords {
  const last =
    since === null ? 'It has not answered yet.' : `Its last answer came ${agoWords(since, now)}.`;
  return {
    title: 'Google gives no answer',
    sentence: `${failureWords(account.lastErrorCode)} ${last} Until it answers for ${account.email} nobody is offered a time with you. It is asked again by itself every few minutes.`,
    todo: { label: 'Look closer', href: calendarsPage },
  };
}

function noBookingCalendarWords({ calendar }: Of<'no_booking_calendar'>): TroubleWords {
  const why = calendar
    ? `“${calendar.title}”, which received your bookings, is gone or no longer your own.`
    : 'The account with the calendar for your bookings is disconnected.';
  return {
    title: 'Your bookings have no calendar to go to',
    sentence: `${why} Nobody is offered a time with you until you choose another calendar.`,
    todo: choose,
  };
}

function noOwnCalendarWords({ eventType, calendar }: Of<'no_own_calendar'>): TroubleWords {
  const name = calendar ? `“${calendar.title}”` : 'Its calendar';
  return {
    title: `“${eventType.title}” has no calendar to go to`,
    sentence: `${name} is gone or no longer your own. Nobody is offered “${eventType.title}” until you choose another calendar for it.`,
    todo: { label: 'Open the event type', href: `/organiser/event-types/${eventType.slug}` },
  };
}

function endsSoonWords({ account, endsAt }: Of<'ends_soon'>, timeZone: string): TroubleWords {
  return {
    title: 'Google’s permission ends soon',
    sentence: `Google lets this service into the calendar of ${account.email} until ${momentWords(endsAt, timeZone)}. Connect it again before that, and nothing is interrupted.`,
    todo: { label: 'Connect again', href: connectAgainAddress(account) },
  };
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words);
}

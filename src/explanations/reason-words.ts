// Each reason in words: what it is, what it comes from, and where the organiser can change it.
import { say } from '../languages/say.ts';
import { troubleWords, type TroubleWords } from '../organisers/connections/trouble-words.ts';
import { agoWords, dateWords, momentWords } from '../organisers/day-words.ts';
import { listText } from '../schedules/hours-words.ts';
import { lengthText } from '../web/dates.ts';
import { blockerWords } from './blocker-words.ts';
import { clockWords, endsWords } from './clock-words.ts';
import { closedWords, closingWords, offWords } from './hours-reason-words.ts';
import type { Explanation, Reason } from './reason.ts';

export type Told = Pick<
  Explanation,
  'eventType' | 'schedule' | 'timeZone' | 'now' | 'startsAt' | 'endsAt'
>;
export type Of<Is extends Reason['is']> = Extract<Reason, { is: Is }>;

export function reasonWords(reason: Reason, told: Told): TroubleWords {
  switch (reason.is) {
    case 'trouble':
      return troubleWords(reason.trouble, told.now, told.timeZone);
    case 'calendars_unknown':
      return unknownWords(reason);
    case 'left_alone':
      return leftAloneWords(reason, told);
    case 'hidden':
      return hiddenWords(told);
    case 'no_secret_link':
      return secretWords(told);
    case 'past':
      return { title: say('It is past'), sentence: say('This time is behind us.'), todo: null };
    case 'notice':
      return noticeWords(reason, told);
    case 'horizon':
      return horizonWords(reason, told);
    case 'off_grid':
      return gridWords(reason, told);
    case 'closed':
      return closedWords(reason, told);
    case 'passes_closing':
      return closingWords(reason, told);
    case 'time_off':
      return offWords(reason, told);
    case 'cap':
      return capWords(reason, told);
    case 'busy':
      return busyWords(reason, told);
    case 'blocker':
      return blockerWords(reason.blocker, told);
  }
}

const calendarsTodo = () => ({
  label: say('Look at the calendars'),
  href: '/organiser/calendars',
});

function eventTypeTodo({ eventType: { slug, title } }: Told) {
  const label = say('Change “{eventType}”', { eventType: title });
  return { label, href: eventTypePath(slug) };
}

export function eventTypePath(slug: string): string {
  return `/organiser/event-types/${encodeURIComponent(slug)}`;
}

function unknownWords({ emails }: Of<'calendars_unknown'>): TroubleWords {
  const silence =
    emails.length > 0
      ? say('Google gives no answer for {accounts} at the moment.', { accounts: listText(emails) })
      : say('Google gives no answer at the moment.');
  const rule = say('Unknown is never free: nothing is offered until it answers.');
  return {
    title: say('A calendar is unknown'),
    sentence: `${silence} ${rule}`,
    todo: calendarsTodo(),
  };
}

function leftAloneWords({ email, until }: Of<'left_alone'>, { timeZone }: Told): TroubleWords {
  return {
    title: say('Google asked to be asked less'),
    sentence: say(
      'Google wants fewer questions about {account}: by itself this service asks again at {moment}. Nothing is to be done but to wait.',
      { account: email, moment: momentWords(until, timeZone) },
    ),
    todo: calendarsTodo(),
  };
}

function hiddenWords(told: Told): TroubleWords {
  return {
    title: say('The event type is hidden'),
    sentence: say('“{eventType}” is closed for the time being: no link leads to it.', {
      eventType: told.eventType.title,
    }),
    todo: eventTypeTodo(told),
  };
}

function secretWords({ eventType: { slug, title } }: Told): TroubleWords {
  return {
    title: say('No secret link is open'),
    sentence: say(
      '“{eventType}” is secret, and none of its secret links lets anybody in: they are used up, have run out, or were revoked.',
      { eventType: title },
    ),
    todo: { label: say('Make a secret link'), href: `${eventTypePath(slug)}/links` },
  };
}

function noticeWords(reason: Of<'notice'>, told: Told): TroubleWords {
  const length = lengthText(reason.minimumNoticeMinutes);
  const moment = momentWords(reason.earliest, told.timeZone);
  const rule = say('It must be booked at least {length} ahead.', { length });
  const earliest = say('The earliest start is {moment} now.', { moment });
  return {
    title: say('It is too soon'),
    sentence: length === '' ? earliest : `${rule} ${earliest}`,
    todo: eventTypeTodo(told),
  };
}

function horizonWords({ lastDate, horizonDays }: Of<'horizon'>, told: Told): TroubleWords {
  return {
    title: say('It is too far ahead'),
    sentence: say(
      'It can be booked up to {days, plural, one {one day} other {# days}} ahead: until {date}.',
      { days: horizonDays, date: dateWords(lastDate) },
    ),
    todo: eventTypeTodo(told),
  };
}

function gridWords({ stepMinutes, before, after }: Of<'off_grid'>, told: Told): TroubleWords {
  const { timeZone } = told;
  return {
    title: say('No appointment starts at this minute'),
    sentence: say(
      'Starts are {length} apart, counted from midnight. The ones around it are {before} and {after}.',
      {
        length: lengthText(stepMinutes),
        before: clockWords(before, timeZone),
        after: clockWords(after, timeZone),
      },
    ),
    todo: eventTypeTodo(told),
  };
}

function capWords({ date, booked, cap }: Of<'cap'>, told: Told): TroubleWords {
  return {
    title: say('The day is full'),
    sentence: say(
      '{date} has {booked, plural, one {# booking} other {# bookings}} of at most {cap} a day. Holds and requests that still wait count.',
      { booked, cap, date: dateWords(date) },
    ),
    todo: eventTypeTodo(told),
  };
}

function busyWords({ calendarName, period, checkedAt }: Of<'busy'>, told: Told): TroubleWords {
  const calendar = calendarName;
  const ends = endsWords(period, told.timeZone);
  const busy =
    checkedAt === null
      ? say('“{calendar}” is busy from {from} to {to} (never checked).', { calendar, ...ends })
      : say('“{calendar}” is busy from {from} to {to} (checked {ago}).', {
          calendar,
          ...ends,
          ago: agoWords(checkedAt, told.now),
        });
  return {
    title: say('You are busy in Google Calendar'),
    sentence: isOnlyNear(period, told) ? `${busy} ${nearWords(told)}` : busy,
    todo: { label: say('Choose which calendars count'), href: '/organiser/calendars' },
  };
}

/** Only a buffer meets it. */
function isOnlyNear({ from, to }: Of<'busy'>['period'], { startsAt, endsAt }: Told): boolean {
  return !(from < endsAt && startsAt < to);
}

function nearWords({ eventType }: Told): string {
  return say(
    'It does not touch the appointment itself, but the buffers of “{eventType}” reach into it.',
    { eventType: eventType.title },
  );
}

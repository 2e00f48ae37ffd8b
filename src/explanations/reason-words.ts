// Each reason in words: what it is, what it comes from, and where the organiser can change it.
import { dayOf } from '../availability/dates.ts';
import { troubleWords, type TroubleWords } from '../organisers/connections/trouble-words.ts';
import { agoWords, momentWords } from '../organisers/day-words.ts';
import { fullDayText, lengthText } from '../web/dates.ts';
import { blockerWords } from './blocker-words.ts';
import type { Explanation, Reason } from './reason.ts';
import { clockWords, spanWords } from './span-words.ts';

export type Told = Pick<Explanation, 'eventType' | 'timeZone' | 'now' | 'startsAt' | 'endsAt'>;

export function reasonWords(reason: Reason, told: Told): TroubleWords {
  switch (reason.is) {
    case 'trouble':
      return troubleWords(reason.trouble, told.now, told.timeZone);
    case 'calendars_unknown':
      return unknownWords(reason);
    case 'left_alone':
      return leftAloneWords(reason, told);
    case 'past':
      return { title: 'It is past', sentence: 'This time is behind us.', todo: null };
    case 'notice':
      return noticeWords(reason, told);
    case 'horizon':
      return horizonWords(reason, told);
    case 'off_grid':
      return gridWords(reason, told);
    case 'closed':
      return closedWords(reason);
    case 'passes_closing':
      return closingWords(reason, told);
    case 'cap':
      return capWords(reason, told);
    case 'busy':
      return busyWords(reason, told);
    case 'blocker':
      return blockerWords(reason.blocker, told);
  }
}

type Of<Is extends Reason['is']> = Extract<Reason, { is: Is }>;

const calendarsTodo = { label: 'Look at the calendars', href: '/organiser/calendars' };
const hoursTodo = { label: 'Change the hours', href: '/organiser/hours' };

function eventTypeTodo({ eventType }: Told) {
  const href = `/organiser/event-types/${encodeURIComponent(eventType.slug)}`;
  return { label: `Change “${eventType.title}”`, href };
}

function unknownWords({ emails }: Of<'calendars_unknown'>): TroubleWords {
  const whom = emails.length > 0 ? ` for ${new Intl.ListFormat('en').format(emails)}` : '';
  return {
    title: 'A calendar is unknown',
    sentence: `Google gives no answer${whom} at the moment. Unknown is never free: nothing is offered until it answers.`,
    todo: calendarsTodo,
  };
}

function leftAloneWords({ email, until }: Of<'left_alone'>, { timeZone }: Told): TroubleWords {
  return {
    title: 'Google asked to be asked less',
    sentence: `Google wants fewer questions about ${email}: by itself this service asks again at ${momentWords(until, timeZone)}. Nothing is to be done but to wait.`,
    todo: calendarsTodo,
  };
}

function noticeWords(reason: Of<'notice'>, told: Told): TroubleWords {
  const length = lengthText(reason.minimumNoticeMinutes);
  const earliest = momentWords(reason.earliest, told.timeZone);
  const rule = length === '' ? '' : `It must be booked at least ${length} ahead. `;
  return {
    title: 'It is too soon',
    sentence: `${rule}The earliest start is ${earliest} now.`,
    todo: eventTypeTodo(told),
  };
}

function horizonWords({ lastDate, horizonDays }: Of<'horizon'>, told: Told): TroubleWords {
  const days = horizonDays === 1 ? 'one day' : `${horizonDays} days`;
  return {
    title: 'It is too far ahead',
    sentence: `It can be booked up to ${days} ahead: until ${dayWords(lastDate)}.`,
    todo: eventTypeTodo(told),
  };
}

function gridWords({ stepMinutes, before, after }: Of<'off_grid'>, told: Told): TroubleWords {
  const { timeZone } = told;
  return {
    title: 'No appointment starts at this minute',
    sentence: `Starts are ${lengthText(stepMinutes)} apart, counted from midnight. The ones around it are ${clockWords(before, timeZone)} and ${clockWords(after, timeZone)}.`,
    todo: eventTypeTodo(told),
  };
}

function closedWords({ date, isOverride, open }: Of<'closed'>): TroubleWords {
  const hours = new Intl.ListFormat('en').format(
    open.map(([from, to]) => `${wall(from)}–${wall(to)}`),
  );
  const isAllDay = open.length === 0;
  const [weekday] = dayWords(date).split(' ');
  const override = isAllDay
    ? `${dayWords(date)} is closed by hours of its own.`
    : `${dayWords(date)} has hours of its own: ${hours}.`;
  const weekly = isAllDay
    ? `Your week has no hours on a ${weekday}.`
    : `On a ${weekday} you are open ${hours}.`;
  return {
    title: isAllDay ? 'You are closed on this day' : 'It is outside of your hours',
    sentence: isOverride ? override : weekly,
    todo: hoursTodo,
  };
}

/** "2026-12-24": "Thursday 24 December 2026" */
function dayWords(date: string): string {
  return fullDayText(dayOf(date));
}

/** 570: "09:30"; the end of the day is 24:00. */
function wall(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function closingWords(reason: Of<'passes_closing'>, { timeZone, eventType }: Told): TroubleWords {
  const { closesAt, durationMinutes } = reason;
  return {
    title: 'It would end after closing time',
    sentence: `“${eventType.title}” takes ${lengthText(durationMinutes)}, and you close at ${clockWords(closesAt, timeZone)}.`,
    todo: hoursTodo,
  };
}

function capWords({ date, booked, cap }: Of<'cap'>, told: Told): TroubleWords {
  return {
    title: 'The day is full',
    sentence: `${booked} of at most ${cap} bookings a day are on ${dayWords(date)}. Holds and requests that still wait count.`,
    todo: eventTypeTodo(told),
  };
}

function busyWords({ calendarName, period, checkedAt }: Of<'busy'>, told: Told): TroubleWords {
  const checked = checkedAt === null ? 'never checked' : `checked ${agoWords(checkedAt, told.now)}`;
  return {
    title: 'You are busy in Google Calendar',
    sentence: `“${calendarName}” is busy ${spanWords(period, told.timeZone)} (${checked}).${nearWords(period, told)}`,
    todo: { label: 'Choose which calendars count', href: '/organiser/calendars' },
  };
}

/** Only a buffer meets it. */
function nearWords(
  { from, to }: Of<'busy'>['period'],
  { startsAt, endsAt, eventType }: Told,
): string {
  if (from < endsAt && startsAt < to) return '';
  return ` It does not touch the appointment itself, but the buffers of “${eventType.title}” reach into it.`;
}

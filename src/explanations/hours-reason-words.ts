// Reasons that come from the organiser's hours, in words: which schedule they are of is said where there are several.
import { dayOf, weekdayOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import type { TroubleWords } from '../organisers/connections/trouble-words.ts';
import { dateWords } from '../organisers/day-words.ts';
import { listText, offText } from '../schedules/hours-words.ts';
import { pathOf } from '../schedules/schedule-path.ts';
import { scheduleName } from '../schedules/schedule.ts';
import { clockText, lengthText, weekdayNames } from '../web/dates.ts';
import { clockWords } from './clock-words.ts';
import type { Of, Told } from './reason-words.ts';
import type { ToldSchedule } from './reason.ts';

export function closedWords(reason: Of<'closed'>, { schedule }: Told): TroubleWords {
  const { date, isOverride, open } = reason;
  const sentence = isOverride ? overrideWords(reason, schedule) : weekWords(date, open);
  return {
    title:
      open.length === 0 ? say('You are closed on this day') : say('It is outside of your hours'),
    sentence: `${sentence}${scheduleWords(schedule)}`,
    todo: hoursTodo(schedule),
  };
}

function weekWords(date: string, open: Of<'closed'>['open']): string {
  const weekday = weekdayNames()[weekdayOf(dayOf(date)) - 1]!.long;
  return open.length === 0
    ? say('Your week has no hours on a {weekday}.', { weekday })
    : say('On a {weekday} you are open {hours}.', { weekday, hours: hoursWords(open) });
}

function overrideWords({ date, open }: Of<'closed'>, { overrides }: ToldSchedule): string {
  const label = overrides.find((override) => override.date === date)?.label ?? '';
  const day = dateWords(date);
  const named = label === '' ? day : say('{date} (“{label}”)', { date: day, label });
  return open.length === 0
    ? say('{date} is closed by hours of its own.', { date: named })
    : say('{date} has hours of its own: {hours}.', { date: named, hours: hoursWords(open) });
}

export function closingWords(reason: Of<'passes_closing'>, told: Told): TroubleWords {
  const { closesAt, durationMinutes } = reason;
  const sentence = say('“{eventType}” takes {length}, and you close at {time}.', {
    eventType: told.eventType.title,
    length: lengthText(durationMinutes),
    time: clockWords(closesAt, told.timeZone),
  });
  return {
    title: say('It would end after closing time'),
    sentence: `${sentence}${scheduleWords(told.schedule)}`,
    todo: hoursTodo(told.schedule),
  };
}

export function offWords({ period, label }: Of<'time_off'>, { timeZone }: Told): TroubleWords {
  const times = offText({ startsAt: period.from, endsAt: period.to }, timeZone);
  return {
    title: say('You have time off'),
    sentence:
      label === ''
        ? say('Every schedule is closed: {times}.', { times })
        : say('Every schedule is closed for “{label}”: {times}.', { label, times }),
    todo: { label: say('Look at your time off'), href: '/organiser/hours#time-off' },
  };
}

/** A sentence of its own; none where there is just one schedule. */
function scheduleWords(schedule: ToldSchedule): string {
  if (schedule.isOnly) return '';
  const name = scheduleName(schedule);
  return ` ${say('It goes by the schedule “{schedule}”.', { schedule: name })}`;
}

function hoursTodo(schedule: ToldSchedule) {
  return { label: say('Change the hours'), href: pathOf(schedule) };
}

function hoursWords(open: Of<'closed'>['open']): string {
  return listText(open.map(([from, to]) => `${clockText(from)}–${clockText(to)}`));
}

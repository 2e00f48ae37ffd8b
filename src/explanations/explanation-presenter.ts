// An explanation in the organiser's API.
import type { Period } from '../calendars/calendar.ts';
import type { SlotTimes } from '../problem.ts';
import { scheduleName } from '../schedules/schedule.ts';
import { reasonWords } from './reason-words.ts';
import type { Explanation, Reason } from './reason.ts';

export function presentExplanation(explanation: Explanation) {
  const { eventType, schedule, timeZone, reasons, nearest } = explanation;
  return {
    ...presentTimes(explanation),
    timeZone,
    isOffered: reasons.length === 0,
    durationMinutes: eventType.durationMinutes,
    isHidden: eventType.isHidden,
    visibility: eventType.visibility,
    schedule: { id: schedule.id, name: scheduleName(schedule) },
    reasons: reasons.map((reason) => presentReason(reason, explanation)),
    nearest: nearest.map(presentTimes),
  };
}

function presentReason(reason: Reason, explanation: Explanation) {
  const { title, sentence, todo } = reasonWords(reason, explanation);
  return { code: codeOf(reason), title, sentence, ...factsOf(reason), href: todo?.href ?? null };
}

function codeOf(reason: Reason): string {
  if (reason.is === 'trouble') return reason.trouble.is;
  return reason.is === 'blocker' ? reason.blocker.state : reason.is;
}

/** What a program would otherwise have to read out of the sentence. */
function factsOf(reason: Reason): object {
  if (reason.is === 'blocker') {
    const { blocker } = reason;
    const expiresAt = blocker.expiresAt?.toISOString();
    const bookingId = blocker.state === 'held' ? undefined : blocker.bookingId;
    return { ...presentTimes(blocker), bookingId, expiresAt };
  }
  if (reason.is === 'time_off') return presentPeriod(reason.period);
  if (reason.is !== 'busy') return {};
  const { calendarName, period, checkedAt } = reason;
  return {
    ...presentPeriod(period),
    calendar: calendarName,
    checkedAt: checkedAt?.toISOString(),
  };
}

function presentPeriod({ from, to }: Period) {
  return presentTimes({ startsAt: from, endsAt: to });
}

function presentTimes({ startsAt, endsAt }: SlotTimes) {
  return { start: startsAt.toISOString(), end: endsAt.toISOString() };
}

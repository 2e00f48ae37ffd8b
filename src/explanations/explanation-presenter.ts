// An explanation in the organiser's API.
import type { SlotTimes } from '../problem.ts';
import { reasonWords } from './reason-words.ts';
import type { Explanation, Reason } from './reason.ts';

export function presentExplanation(explanation: Explanation) {
  const { eventType, timeZone, reasons, nearest } = explanation;
  return {
    ...presentTimes(explanation),
    timeZone,
    isOffered: reasons.length === 0,
    isHidden: eventType.isHidden,
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
  if (reason.is !== 'busy') return {};
  const { calendarName, period, checkedAt } = reason;
  const times = { startsAt: period.from, endsAt: period.to };
  return { ...presentTimes(times), calendar: calendarName, checkedAt: checkedAt?.toISOString() };
}

function presentTimes({ startsAt, endsAt }: SlotTimes) {
  return { start: startsAt.toISOString(), end: endsAt.toISOString() };
}

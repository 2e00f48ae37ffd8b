// Asks Google for an organiser's busy time of now. Those who ask within two seconds of each other share one answer.
import { overlapsAny, packedInstants, subtract, union } from '../availability/intervals.ts';
import { wholeDays } from '../availability/whole-days.ts';
import type { Database } from '../database/database.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { listMirrors, listTickedCalendars } from './busy-mirror-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';
import type { CalendarBusy, Mirror, Period, TickedCalendar } from './calendar.ts';
import { markFailure } from './mark-account.ts';
import { whyUnknowable } from './mirror.ts';
import { askAccount } from './refresh-busy.ts';

/** Busy time by calendar; `checkedAt` is when Google was asked. */
export type LiveAnswer = { calendars: CalendarBusy[]; checkedAt: Date };

type SharedCheck = Period & { askedAt: Date; answer: Promise<LiveAnswer> };

const liveBudgetMs = 3000;
const sharedForMs = 2000;

const checksOfDatabases = new WeakMap<Database, Map<string, SharedCheck>>();

/** Throws GoogleFailure, also when the answer leaves a calendar unknown; calendar_unavailable where nobody can be asked. */
export function checkLive(parts: Parts, organiserId: string, range: Period): Promise<LiveAnswer> {
  const checks = checksOf(parts.database);
  const now = parts.clock();
  const shared = checks.get(organiserId);
  if (shared && mayShare(shared, range, now)) return shared.answer;
  const check = { ...wholeDays(range), askedAt: now };
  const answer = ask(parts, organiserId, check);
  checks.set(organiserId, { ...check, answer });
  // An answer that came is shared for its two seconds; a refusal only while it was awaited.
  answer.catch(() => forget(checks, organiserId, answer));
  return answer;
}

function mayShare(check: SharedCheck, range: Period, now: Date): boolean {
  const isRecent = Math.abs(now.getTime() - check.askedAt.getTime()) < sharedForMs;
  return isRecent && check.from <= range.from && range.to <= check.to;
}

async function ask(parts: Parts, organiserId: string, check: Period & { askedAt: Date }) {
  const mirrors = await listMirrors(parts.database, organiserId);
  const because = whyUnknowable(mirrors);
  if (because !== null) throw calendarUnavailable(because);
  const calendars = await askAll(parts, organiserId, check);
  if (isNews(calendars, mirrors, check)) await refreshLater(parts, organiserId);
  return { calendars, checkedAt: check.askedAt };
}

async function askAll(parts: Parts, organiserId: string, check: Period): Promise<CalendarBusy[]> {
  const ticked = await listTickedCalendars(parts.database, organiserId);
  const byAccount = Map.groupBy(ticked, (calendar) => calendar.account.id);
  const answers = await Promise.all(
    [...byAccount.values()].map((calendars) => askOne(parts, calendars, check)),
  );
  return answers.flat();
}

/** Busy time that the pages do not know of yet, and would go on offering. */
function isNews(calendars: CalendarBusy[], mirrors: Mirror[], { from, to }: Period): boolean {
  const told = union(...calendars.map((calendar) => calendar.busy));
  const unknown = subtract(told, union(...mirrors.map((mirror) => mirror.busy)));
  const [start, end] = packedInstants([{ start: from, end: to }]);
  return start !== undefined && end !== undefined && overlapsAny(unknown, start, end);
}

async function refreshLater({ jobs }: Parts, organiserId: string): Promise<void> {
  await jobs.enqueue(null, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
}

async function askOne(parts: Parts, calendars: TickedCalendar[], { from, to }: Period) {
  const account = calendars[0]!.account;
  try {
    const request = { from, to, timeoutMs: liveBudgetMs };
    const answers = await askAccount(parts, account, calendars, request);
    return calendars.map((calendar) => {
      const answer = answers.get(calendar.googleCalendarId) ?? { unknown: 'missing' };
      if ('busy' in answer) return { calendarId: calendar.id, busy: answer.busy };
      throw new GoogleFailure('unavailable', `A calendar is unknown: ${answer.unknown}`);
    });
  } catch (error) {
    if (error instanceof GoogleFailure) await markFailure(parts, account, error);
    throw error;
  }
}

function checksOf(database: Database): Map<string, SharedCheck> {
  const kept = checksOfDatabases.get(database) ?? new Map<string, SharedCheck>();
  checksOfDatabases.set(database, kept);
  return kept;
}

function forget(
  checks: Map<string, SharedCheck>,
  organiserId: string,
  answer: Promise<LiveAnswer>,
): void {
  if (checks.get(organiserId)?.answer === answer) checks.delete(organiserId);
}

// Reads an organiser's free/busy anew into the mirrors. Google's refusals end in the mirrors and on the account, where
// the readers judge them; only faults of our own are thrown.
import { GoogleFailure } from '../google/google-failure.ts';
import type { BusyAnswer } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import { isLeftAlone } from './back-off.ts';
import {
  findGreatestHorizonDays,
  listTickedCalendars,
  upsertMirror,
  upsertMirrorFailure,
} from './busy-mirror-queries.ts';
import type { Account, Period, TickedCalendar } from './calendar.ts';
import { accessOf, markFailure, markSuccess } from './mark-account.ts';
import { joinOrStart, joinOrStartNext, type Work } from './single-flight.ts';

const jobTimeoutMs = 10_000;
/** What was asked in vain is not asked again for every page: sooner, or later where Google wants to be left alone. */
const pageWaits = { usualMs: 2000, leftAloneMs: 15_000 };
const dayMs = 24 * 60 * 60_000;

/** The job: sees every change made before it began. */
export async function refreshBusy(
  parts: Parts,
  { organiserId }: { organiserId: string },
): Promise<void> {
  const run = () => readIntoMirrors(parts, organiserId, { timeoutMs: jobTimeoutMs, mayWait: true });
  await joinOrStartNext(parts, refreshing(organiserId, run));
}

/** For a reader who found the mirrors too old; a refresh under way will do. */
export async function refreshSoon(
  parts: Parts,
  organiserId: string,
  timeoutMs: number,
): Promise<void> {
  const run = () => readIntoMirrors(parts, organiserId, { timeoutMs, mayWait: false });
  await joinOrStart(parts, refreshing(organiserId, run));
}

function refreshing(organiserId: string, run: () => Promise<void>): Work {
  return { name: `busy time of ${organiserId}`, mostSeconds: 30, run };
}

/** `mayWait`: nobody is waiting for it, so an account that Google asks to be left alone is left alone. */
type Manner = { timeoutMs: number; mayWait: boolean };

async function readIntoMirrors(parts: Parts, organiserId: string, manner: Manner): Promise<void> {
  const ticked = await listTickedCalendars(parts.database, organiserId);
  const calendars = ticked.filter((calendar) => mayAsk(calendar, manner, parts.clock()));
  const covers = await coverageOf(parts, organiserId);
  const byAccount = Map.groupBy(calendars, (calendar) => calendar.account.id);
  await Promise.all(
    [...byAccount.values()].map((calendars) =>
      readAccount(parts, calendars, covers, manner.timeoutMs),
    ),
  );
}

function mayAsk({ account, backsOffUntil, failedAt }: TickedCalendar, manner: Manner, now: Date) {
  if (account.state !== 'connected') return false;
  const leftAlone = isLeftAlone({ backsOffUntil }, now);
  if (manner.mayWait) return !leftAlone;
  const waitMs = leftAlone ? pageWaits.leftAloneMs : pageWaits.usualMs;
  return failedAt === null || now.getTime() - failedAt.getTime() >= waitMs;
}

async function coverageOf(parts: Parts, organiserId: string): Promise<Period> {
  const now = parts.clock().getTime();
  const days = (await findGreatestHorizonDays(parts.database, organiserId)) ?? 0;
  return { from: new Date(now - dayMs), to: new Date(now + (days + 2) * dayMs) };
}

async function readAccount(
  parts: Parts,
  calendars: TickedCalendar[],
  covers: Period,
  timeoutMs: number,
): Promise<void> {
  const account = calendars[0]!.account;
  const checkedAt = parts.clock();
  try {
    const answers = await askAccount(parts, account, calendars, { ...covers, timeoutMs });
    await storeAnswers(parts, calendars, answers, covers, checkedAt);
    await markSuccess(parts, account);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    await markFailure(parts, account, error);
    await storeFailure(parts, calendars, checkedAt);
  }
}

/** Throws GoogleFailure. */
export async function askAccount(
  parts: Parts,
  account: Account,
  calendars: TickedCalendar[],
  request: Period & { timeoutMs: number },
): Promise<Map<string, BusyAnswer>> {
  const googleCalendarIds = calendars.map((calendar) => calendar.googleCalendarId);
  return parts.google.queryBusy(accessOf(parts, account), { googleCalendarIds, ...request });
}

async function storeAnswers(
  parts: Parts,
  calendars: TickedCalendar[],
  answers: Map<string, BusyAnswer>,
  covers: Period,
  checkedAt: Date,
): Promise<void> {
  await parts.database.transaction(async (transaction) => {
    for (const { id, googleCalendarId } of calendars) {
      const answer = answers.get(googleCalendarId) ?? { unknown: 'missing' };
      if ('busy' in answer) {
        await upsertMirror(transaction, id, { busy: answer.busy, covers, checkedAt });
      } else {
        await upsertMirrorFailure(transaction, id, checkedAt, answer.unknown);
      }
    }
  });
}

async function storeFailure(
  parts: Parts,
  calendars: TickedCalendar[],
  failedAt: Date,
): Promise<void> {
  await parts.database.transaction(async (transaction) => {
    for (const { id } of calendars) await upsertMirrorFailure(transaction, id, failedAt, null);
  });
}

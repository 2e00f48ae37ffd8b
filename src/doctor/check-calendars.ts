// The calendars in use: those that make busy can be read, those that take bookings can be written to.
import type { BusyAnswer, Google, GoogleAccess, ListedCalendar } from '../google/google.ts';
import { type InUse, listCalendarsInUse } from './connection-queries.ts';
import { askEach, findConnections } from './connections.ts';
import { fault, type Finding, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';

type Known = { listed: ListedCalendar[]; busy: Map<string, BusyAnswer> };

const askedMs = 24 * 60 * 60_000;
const timeoutMs = 10_000;

/** Accounts that could not be asked are told of already. */
export async function checkCalendars(ground: Ground): Promise<Finding[]> {
  const connections = (await findConnections(ground)) ?? [];
  const connected = connections.filter(({ state }) => state === 'connected');
  if (connected.length === 0) return [];
  const inUse = await listCalendarsInUse(databaseOf(ground)!);
  const of = (accountId: string) => inUse.filter((calendar) => calendar.accountId === accountId);
  const asked = await askEach(ground, connected, (google, access, { id }) =>
    ask(google, access, of(id), ground.clock()),
  );
  const judged = asked.flatMap(({ connection, outcome }) =>
    outcome !== 'unopened' && 'answer' in outcome
      ? of(connection.id).map((calendar) => judge(calendar, connection.email, outcome.answer))
      : [],
  );
  const faults = judged.filter((finding) => finding !== null);
  const well = judged.length - faults.length;
  return [
    ...(well > 0
      ? [ok(`Calendars in use that Google answers for: ${well} of ${inUse.length}.`)]
      : []),
    ...faults,
  ];
}

async function ask(
  google: Google,
  access: GoogleAccess,
  calendars: readonly InUse[],
  from: Date,
): Promise<Known> {
  const ticked = calendars.filter(({ countsAsBusy }) => countsAsBusy);
  const googleCalendarIds = ticked.map(({ googleCalendarId }) => googleCalendarId);
  const to = new Date(from.getTime() + askedMs);
  const busy =
    googleCalendarIds.length > 0
      ? await google.queryBusy(access, { googleCalendarIds, from, to, timeoutMs })
      : new Map<string, BusyAnswer>();
  return { listed: await google.listCalendars(access), busy };
}

function judge(calendar: InUse, email: string, { listed, busy }: Known): Finding | null {
  const { title, googleCalendarId, countsAsBusy, takesBookings } = calendar;
  const name = `The calendar “${title}” of ${email}`;
  const answer = busy.get(googleCalendarId);
  if (countsAsBusy && (!answer || 'unknown' in answer))
    return fault(
      `${name} cannot be read (${answer?.unknown ?? 'no answer'}), so that no times are offered.`,
      'Have it shared with the account again, or untick it at /organiser/calendars.',
    );
  const role = listed.find((one) => one.googleCalendarId === googleCalendarId)?.accessRole;
  if (takesBookings && role !== 'owner')
    return fault(
      `${name} takes bookings, but the account ${role ? `only has the role ${role} there` : 'does not have it any more'}.`,
      'Choose a calendar that the account owns, at /organiser/calendars.',
    );
  return null;
}

// freebusy.query: when each calendar is busy, and an error for each that cannot be told.
import { findCalendar } from '../api/access.ts';
import { GoogleError, type Call, type Reply } from '../api/call.ts';
import { checkedInstant } from '../api/parameters.ts';
import { invalid, required, timeRangeEmpty } from '../api/refusals.ts';
import { asObject } from '../events/event-input.ts';
import { isTimeZone, writtenIn, type Span } from '../times.ts';
import type { World } from '../world.ts';
import { busySpans, clipped, merged } from './busy-time.ts';

type Request = {
  timeMin?: string;
  timeMax?: string;
  timeZone?: string;
  calendarExpansionMax?: number;
  items?: { id: string }[];
};

const dayMs = 24 * 60 * 60_000;
// Undocumented; seen near 90 days (calcom/cal.diy#11696, #11962).
const longestMs = 90 * dayMs;
const mostCalendars = 50;

export function queryFreeBusy(world: World, call: Call): Reply {
  const request: Request = asObject(call.body);
  const range = rangeOf(request);
  const timeZone = request.timeZone ?? 'UTC';
  if (!isTimeZone(timeZone)) throw invalid('Invalid time zone.', 'timeZone');
  const ids = (request.items ?? []).map(({ id }) => id);
  const answerFor = (id: string) => calendarAnswer(world, call.account, id, range, timeZone);
  const calendars = ids.map((id) => [
    id,
    ids.length > limitOf(request) ? unanswered('tooManyCalendarsRequested') : answerFor(id),
  ]);
  const body = {
    kind: 'calendar#freeBusy',
    timeMin: new Date(range.start).toISOString(),
    timeMax: new Date(range.end).toISOString(),
    calendars: Object.fromEntries(calendars) as object,
  };
  return { status: 200, body };
}

function rangeOf({ timeMin, timeMax }: Request): Span {
  if (timeMin === undefined) throw required('Missing timeMin parameter.');
  if (timeMax === undefined) throw required('Missing timeMax parameter.');
  const start = checkedInstant(timeMin, 'timeMin');
  const end = checkedInstant(timeMax, 'timeMax');
  if (end <= start) throw timeRangeEmpty();
  if (end - start > longestMs) throw timeRangeTooLong();
  return { start, end };
}

function timeRangeTooLong() {
  const where = { domain: 'calendar', location: 'timeMax' };
  return new GoogleError(400, 'timeRangeTooLong', 'The requested time range is too long.', where);
}

function limitOf({ calendarExpansionMax = mostCalendars }: Request): number {
  if (calendarExpansionMax > mostCalendars || calendarExpansionMax < 1) {
    throw invalid('Invalid value for calendarExpansionMax.', 'calendarExpansionMax');
  }
  return calendarExpansionMax;
}

function calendarAnswer(world: World, account: string, id: string, range: Span, timeZone: string) {
  const found = findCalendar(world, account, id);
  if (!found) return unanswered('notFound');
  const { unmerged, unclipped, unsorted } = world.switches.freeBusy;
  const all = busySpans(world, found.calendar, range);
  const within = unclipped ? all : clipped(all, range);
  const spans = unmerged ? within : merged(within);
  const written = spans.map(({ start, end }) => ({
    start: writtenIn(start, timeZone),
    end: writtenIn(end, timeZone),
  }));
  return { busy: unsorted ? written.toReversed() : written };
}

function unanswered(reason: string) {
  return { errors: [{ domain: 'global', reason }], busy: [] };
}

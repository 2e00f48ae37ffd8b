// freebusy.query: Google alone decides what counts as busy. Whatever it does not say clearly is unknown, not free.
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { packedInstants, union } from '../availability/intervals.ts';
import type { CalendarClient } from './calendar-client.ts';
import { malformedReply } from './failures.ts';
import type { BusyAnswer, Google, GoogleAccess } from './google.ts';
import { instantOf } from './instants.ts';

type BusyRequest = Parameters<Google['queryBusy']>[1];
type Chunk = { ids: string[]; from: Date; to: Date };

// Google refuses longer ranges ("too long", seen near 90 days) and more calendars in one query.
const chunkMs = 75 * 24 * 60 * 60_000;
const chunkCalendars = 50;

export async function queryBusy(
  client: CalendarClient,
  access: GoogleAccess,
  request: BusyRequest,
): Promise<Map<string, BusyAnswer>> {
  const answers = await Promise.all(
    chunksOf(request).map((chunk) => queryChunk(client, access, chunk, request.timeoutMs)),
  );
  const ofCalendar = (id: string) => answers.flatMap((answer) => answer.get(id) ?? []);
  return new Map(request.googleCalendarIds.map((id) => [id, joined(ofCalendar(id))]));
}

/** Touching in time, so that no minute falls between two. */
export function chunksOf({ googleCalendarIds, from, to }: Omit<BusyRequest, 'timeoutMs'>): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < googleCalendarIds.length; at += chunkCalendars) {
    const ids = googleCalendarIds.slice(at, at + chunkCalendars);
    for (let start = from.getTime(); start < to.getTime(); start += chunkMs) {
      const end = Math.min(start + chunkMs, to.getTime());
      chunks.push({ ids, from: new Date(start), to: new Date(end) });
    }
  }
  return chunks;
}

async function queryChunk(
  client: CalendarClient,
  access: GoogleAccess,
  { ids, from, to }: Chunk,
  timeoutMs: number,
): Promise<Map<string, BusyAnswer>> {
  const requestBody = {
    timeMin: from.toISOString(),
    timeMax: to.toISOString(),
    items: ids.map((id) => ({ id })),
    calendarExpansionMax: chunkCalendars,
  };
  const reply = await client.read(access, timeoutMs, (api, { auth, signal }) =>
    api.freebusy.query({ auth, requestBody }, { signal }),
  );
  return readReply(reply, ids);
}

function readReply(reply: calendar_v3.Schema$FreeBusyResponse, ids: string[]) {
  const calendars: unknown = reply?.calendars;
  if (typeof calendars !== 'object' || calendars === null) throw malformedReply('free/busy');
  return new Map(ids.map((id) => [id, readCalendar(Reflect.get(calendars, id))]));
}

function readCalendar(entry: calendar_v3.Schema$FreeBusyCalendar | undefined): BusyAnswer {
  if (entry?.errors?.length) return { unknown: entry.errors[0]?.reason ?? 'error' };
  if (!Array.isArray(entry?.busy)) return { unknown: 'missing' };
  const periods = entry.busy.map(readPeriod);
  const isClear = periods.every((period) => period !== null);
  return isClear ? { busy: packedInstants(periods) } : { unknown: 'malformed' };
}

function readPeriod(period: calendar_v3.Schema$TimePeriod) {
  const start = instantOf(period?.start);
  const end = instantOf(period?.end);
  return start && end && start <= end ? { start, end } : null;
}

/** One unclear part makes the whole unclear. */
function joined(answers: BusyAnswer[]): BusyAnswer {
  const unclear = answers.find((answer) => 'unknown' in answer);
  if (unclear || answers.length === 0) return unclear ?? { unknown: 'not asked' };
  return { busy: union(...answers.flatMap((answer) => ('busy' in answer ? [answer.busy] : []))) };
}

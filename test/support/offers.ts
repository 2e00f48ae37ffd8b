// Makes searches for free slots that say only what matters to the case, and shows starts as wall-clock times.
import { Temporal } from 'temporal-polyfill';
import { packed } from '../../src/availability/intervals.ts';
import { type Availability, openHours } from '../../src/availability/open-hours.ts';
import { findSlots, type SlotRules, type SlotSearch } from '../../src/availability/slots.ts';

export type SearchChanges = {
  /** Open on every weekday, e.g. '09:00-12:00 13:00-17:00'; or say `availability`. */
  open?: string;
  availability?: Partial<Availability>;
  timeZone?: string;
  rules?: Partial<SlotRules>;
  /** Instants, start and end. */
  busy?: readonly (readonly [string, string])[];
  booked?: Record<string, number>;
  now?: string;
  from: string;
  to?: string;
  viewer?: string;
};

const PLAIN_RULES: SlotRules = {
  durationMinutes: 30,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: 365,
  dailyCap: null,
};

/** Half hours on a half-hour grid, in Berlin, asked for the day before. */
export function searchFor(changes: SearchChanges): SlotSearch {
  const { from, to = from, timeZone = 'Europe/Berlin' } = changes;
  return {
    availability: openHours(availabilityOf(changes, timeZone)),
    rules: { ...PLAIN_RULES, ...changes.rules },
    busy: packed((changes.busy ?? []).map(([start, end]) => [at(start), at(end)])),
    bookingsPerDate: new Map(Object.entries(changes.booked ?? {})),
    now: new Date(changes.now ?? at(`${from}T00:00Z`) * 60_000 - 86_400_000),
    from,
    to,
    viewerTimeZone: changes.viewer ?? timeZone,
  };
}

/** A Monday in winter; Berlin is an hour ahead of UTC. */
export const MONDAY = '2026-11-23';

/** The starts on Berlin's clock, '09:00' and so on. */
export function offeredOnMonday(changes: Partial<SearchChanges>): string[] {
  const starts = findSlots(searchFor({ from: MONDAY, ...changes }));
  return clockTimes(starts).map((time) => time.replace('+01', ''));
}

/** The starts on the clock of that zone, '02:00+01' and so on. */
export function offeredIn(timeZone: string, changes: SearchChanges): string[] {
  return clockTimes(findSlots(searchFor({ timeZone, ...changes })), timeZone);
}

/** '09:00-12:00 13:00-17:00' → intervals. */
export function intervals(text: string): { opens: string; closes: string }[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((interval) => ({ opens: interval.slice(0, 5), closes: interval.slice(6) }));
}

export function everyDay(text: string): Availability['weekly'] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    intervals(text).map(({ opens, closes }) => ({ weekday, opens, closes })),
  );
}

/** RFC 3339 → epoch minute. */
export function at(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds / 60_000;
}

/** Epoch minutes → '2026-10-25T02:00+02:00' on the zone's wall. */
export function onWall(starts: readonly number[], timeZone = 'Europe/Berlin'): string[] {
  return starts.map((start) =>
    Temporal.Instant.fromEpochMilliseconds(start * 60_000)
      .toZonedDateTimeISO(timeZone)
      .toString({ smallestUnit: 'minute', timeZoneName: 'never' }),
  );
}

/** Epoch minutes → '02:00+02'; the minutes of the offset only where it has some. */
export function clockTimes(starts: readonly number[], timeZone = 'Europe/Berlin'): string[] {
  return onWall(starts, timeZone).map((text) => text.slice(11).replace(/:00$/, ''));
}

function availabilityOf(changes: SearchChanges, timeZone: string): Availability {
  return {
    timeZone,
    weekly: everyDay(changes.open ?? '09:00-11:00'),
    overrides: [],
    ...changes.availability,
  };
}

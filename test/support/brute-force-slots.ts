// Free slots told minute by minute, with Temporal alone and nothing of src/: slow, and the engine's oracle.
import { Temporal } from 'temporal-polyfill';

type Interval = { opens: string; closes: string };

/** As `findSlots` is asked, but with everything in its plain form; `busy` and `timeOff` in pairs of epoch minutes. */
export type PlainSearch = {
  availability: {
    timeZone: string;
    weekly: readonly ({ weekday: number } & Interval)[];
    overrides: readonly { date: string; intervals: readonly Interval[] }[];
  };
  rules: {
    durationMinutes: number;
    stepMinutes: number;
    bufferBeforeMinutes: number;
    bufferAfterMinutes: number;
    minimumNoticeMinutes: number;
    horizonDays: number;
    dailyCap: number | null;
  };
  busy: readonly (readonly [number, number])[];
  timeOff: readonly (readonly [number, number])[];
  bookingsPerDate: ReadonlyMap<string, number>;
  now: Date;
  from: string;
  to: string;
  viewerTimeZone: string;
};

export function bruteForceSlots(search: PlainSearch): number[] {
  return minutesViewed(search).filter((minute) => isAllowed(search, minute));
}

/** Every minute of the viewer's dates. */
export function minutesViewed({ from, to, viewerTimeZone }: PlainSearch): number[] {
  const start = beginningOf(Temporal.PlainDate.from(from), viewerTimeZone);
  const end = beginningOf(Temporal.PlainDate.from(to).add({ days: 1 }), viewerTimeZone);
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Whether a slot may start at that minute, whoever looks. */
export function isAllowed(search: PlainSearch, minute: number): boolean {
  const start = zoned(minute, search.availability.timeZone);
  return (
    (start.hour * 60 + start.minute) % search.rules.stepMinutes === 0 &&
    isWithinLimits(search, start) &&
    isWithinCap(search, start) &&
    liesInOpenTime(search, minute) &&
    missesTimeOff(search, minute) &&
    missesBusyTime(search, minute)
  );
}

export function liesInOpenTime({ availability, rules }: PlainSearch, minute: number): boolean {
  const date = zoned(minute, availability.timeZone).toPlainDate();
  return openRuns(availability, date).some(({ first, end }) => {
    const opens = instantOn(date, first, availability.timeZone);
    const closes = instantOn(date, end, availability.timeZone);
    return opens <= minute && minute + rules.durationMinutes <= closes;
  });
}

/** Not one minute of the appointment itself; its buffers may. */
export function missesTimeOff({ rules, timeOff }: PlainSearch, minute: number): boolean {
  for (let at = minute; at < minute + rules.durationMinutes; at += 1) {
    if (timeOff.some(([start, end]) => start <= at && at < end)) return false;
  }
  return true;
}

export function missesBusyTime({ rules, busy }: PlainSearch, minute: number): boolean {
  const end = minute + rules.durationMinutes + rules.bufferAfterMinutes;
  for (let at = minute - rules.bufferBeforeMinutes; at < end; at += 1) {
    if (busy.some(([busyStart, busyEnd]) => busyStart <= at && at < busyEnd)) return false;
  }
  return true;
}

function isWithinLimits({ rules, now, availability }: PlainSearch, start: Temporal.ZonedDateTime) {
  const notice = rules.minimumNoticeMinutes * 60_000;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(availability.timeZone)
    .toPlainDate();
  const lastDate = today.add({ days: rules.horizonDays });
  return (
    start.epochMilliseconds >= now.getTime() + notice &&
    Temporal.PlainDate.compare(start.toPlainDate(), lastDate) <= 0
  );
}

function isWithinCap({ rules, bookingsPerDate }: PlainSearch, start: Temporal.ZonedDateTime) {
  const booked = bookingsPerDate.get(start.toPlainDate().toString()) ?? 0;
  return rules.dailyCap === null || booked < rules.dailyCap;
}

/** The date's open wall-clock minutes, marked one by one, as runs. */
function openRuns(availability: PlainSearch['availability'], date: Temporal.PlainDate) {
  const override = availability.overrides.find((row) => row.date === date.toString());
  const intervals =
    override?.intervals ?? availability.weekly.filter((row) => row.weekday === date.dayOfWeek);
  const isOpen = (minute: number) =>
    intervals.some((row) => wallMinute(row.opens) <= minute && minute < wallMinute(row.closes));
  const runs: { first: number; end: number }[] = [];
  for (let minute = 0; minute < 1440; minute += 1) {
    if (!isOpen(minute)) continue;
    const last = runs.at(-1);
    if (last?.end === minute) last.end += 1;
    else runs.push({ first: minute, end: minute + 1 });
  }
  return runs;
}

function instantOn(date: Temporal.PlainDate, minuteOfDay: number, timeZone: string): number {
  const wall = date.toPlainDateTime().add({ minutes: minuteOfDay });
  return wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds / 6e4;
}

function wallMinute(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

function beginningOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime({ timeZone }).epochMilliseconds / 6e4;
}

function zoned(minute: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(minute * 6e4).toZonedDateTimeISO(timeZone);
}

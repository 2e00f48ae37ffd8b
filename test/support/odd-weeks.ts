// Random searches for free slots around dates on which some zone's clock did something odd.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { PlainSearch } from './brute-force-slots.ts';

/** A zone and a date on which its clock changes, or on which nothing happens but the offset itself is odd. */
const ODD_DATES: readonly (readonly [timeZone: string, date: string])[] = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/Sao_Paulo', '2018-11-04'], // a day without midnight
  ['America/Sao_Paulo', '2018-02-18'],
  ['Africa/Cairo', '2024-04-26'],
  ['Africa/Cairo', '2024-11-01'],
  ['Asia/Beirut', '2024-03-31'],
  ['Asia/Beirut', '2024-10-27'],
  ['America/Nuuk', '2024-03-31'], // 23:00 is midnight
  ['America/Nuuk', '2024-10-27'],
  ['America/Havana', '2026-11-01'],
  ['Atlantic/Azores', '2026-03-29'],
  ['Antarctica/Troll', '2026-03-29'], // by two hours
  ['Antarctica/Troll', '2026-10-25'],
  ['Antarctica/Casey', '2010-03-05'], // back by three, over midnight
  ['America/St_Johns', '2010-11-07'], // back at 00:01
  ['America/St_Johns', '2010-03-14'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Africa/Casablanca', '2026-03-22'],
  ['Australia/Lord_Howe', '2026-04-05'], // by half an hour
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Chatham', '2026-04-05'], // 45-minute zone
  ['Pacific/Chatham', '2026-09-27'],
  ['Asia/Kathmandu', '2026-05-01'],
  ['Asia/Kolkata', '2026-05-01'],
  ['Asia/Pyongyang', '2018-05-05'],
  ['America/Caracas', '2016-05-01'],
  ['Pacific/Apia', '2011-12-30'], // a date that never was
  ['Pacific/Kwajalein', '1993-08-21'],
];

const minutesOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 36 }).map((step) => step * 5) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1440 }) },
);

const interval = fc
  .tuple(minutesOfDay, minutesOfDay)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => ({
    opens: timeOf(Math.min(one, other)),
    closes: timeOf(Math.max(one, other)),
  }));

/** The odd case once in four times. */
function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

const wholeDay = fc.constant({ opens: '00:00', closes: '24:00' });

const intervalsOfDay = fc.array(mostly(interval, wholeDay), { maxLength: 4 });

const minutes = (most: number) => fc.integer({ min: 0, max: most / 5 }).map((steps) => steps * 5);

const rules = fc.record({
  durationMinutes: mostly(minutes(60), minutes(720)).map((length) => Math.max(5, length)),
  stepMinutes: fc.constantFrom(5, 10, 15, 15, 20, 25, 30, 45, 60, 100, 720),
  bufferBeforeMinutes: mostly(fc.constant(0), fc.integer({ min: 0, max: 90 })),
  bufferAfterMinutes: mostly(fc.constant(0), fc.integer({ min: 0, max: 90 })),
  minimumNoticeMinutes: mostly(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
  horizonDays: fc.integer({ min: 1, max: 10 }),
  dailyCap: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 1 }),
});

const wanderings = fc.record({
  offered: fc.constantFrom(...ODD_DATES),
  viewerTimeZone: fc.constantFrom(...ODD_DATES.map(([timeZone]) => timeZone)),
  secondsBefore: mostly(fc.constant(3 * 86_400), fc.integer({ min: -86_400, max: 3 * 86_400 })),
  daysBefore: fc.integer({ min: 0, max: 1 }),
  daysAfter: fc.integer({ min: 0, max: 1 }),
  week: fc.array(intervalsOfDay, { minLength: 7, maxLength: 7 }),
  overridden: fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), intervalsOfDay), { maxLength: 2 }),
  rules,
  busy: fc.array(
    fc.tuple(fc.integer({ min: -2880, max: 4320 }), fc.integer({ min: 1, max: 200 })),
    { maxLength: 12 },
  ),
  timeOff: fc.array(
    fc.tuple(fc.integer({ min: -2880, max: 2880 }), fc.integer({ min: 1, max: 1500 })),
    { maxLength: 3 },
  ),
  booked: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
});

/** Two or three days, so that the brute force stays quick. */
export const plainSearches: fc.Arbitrary<PlainSearch> = wanderings.map((wandering) => {
  const [timeZone, oddDate] = wandering.offered;
  const date = Temporal.PlainDate.from(oddDate);
  const around = (days: number) => date.add({ days }).toString();
  const noon = Date.parse(`${oddDate}T12:00Z`);
  const minute = noon / 60_000;
  return {
    availability: {
      timeZone,
      weekly: wandering.week.flatMap((day, index) =>
        day.map((interval) => ({ weekday: index + 1, ...interval })),
      ),
      overrides: wandering.overridden
        .filter(([days], index, all) => all.findIndex((row) => row[0] === days) === index)
        .map(([days, intervals]) => ({ date: around(days), intervals })),
    },
    rules: wandering.rules,
    busy: wandering.busy.map(([start, length]) => [minute + start, minute + start + length]),
    timeOff: wandering.timeOff.map(([start, length]) => [minute + start, minute + start + length]),
    bookingsPerDate: new Map(wandering.booked.map((count, index) => [around(index - 1), count])),
    now: new Date(noon - wandering.secondsBefore * 1000),
    from: around(-wandering.daysBefore),
    to: around(wandering.daysAfter),
    viewerTimeZone: wandering.viewerTimeZone,
  };
});

function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

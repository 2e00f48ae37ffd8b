// The yardstick for the engine: free slots with their JSON for one known shape of question, by hand in integers. It knows
// its zone's offsets beforehand, converts no dates, and has neither cap, overrides nor odd days to think of.

export type SweepQuestion = {
  /** Wall-clock minutes since midnight, by weekday from Monday: start, end, start, end … */
  week: readonly (readonly number[])[];
  /** Each first epoch minute with the offset that holds from there on. */
  offsets: readonly (readonly [from: number, offset: number])[];
  /** Epoch minutes, sorted. */
  busy: Int32Array;
  firstDay: number;
  days: number;
  earliest: number;
  duration: number;
  step: number;
  before: number;
  after: number;
};

const MINUTES_PER_DAY = 1440;

export function sweepSlots(question: SweepQuestion): number[] {
  const { week, busy, firstDay, days, earliest, duration, step, before, after } = question;
  const starts: number[] = [];
  let at = 0;
  for (let day = firstDay; day < firstDay + days; day += 1) {
    const midnight = day * MINUTES_PER_DAY - offsetOn(question, day);
    const hours = week[(day + 3) % 7]!;
    for (let pair = 0; pair < hours.length; pair += 2) {
      const last = midnight + hours[pair + 1]! - duration;
      let start = Math.max(earliest, midnight + hours[pair]!);
      start += (step - ((start - midnight) % step)) % step;
      while (start <= last) {
        while (at < busy.length && busy[at + 1]! <= start - before) at += 2;
        if (at < busy.length && busy[at]! < start + duration + after) {
          start = busy[at + 1]! + before;
          start += (step - ((start - midnight) % step)) % step;
        } else {
          starts.push(start);
          start += step;
        }
      }
    }
  }
  return starts;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

const TIMES = Array.from({ length: MINUTES_PER_DAY }, (_, minute) =>
  ['T', TWO_DIGITS[Math.floor(minute / 60)]!, ':', TWO_DIGITS[minute % 60]!, ':00'].join(''),
);

export function sweepJson(starts: readonly number[], question: SweepQuestion): string {
  const { duration } = question;
  let text = '';
  let midnight = 0;
  let opening = '';
  let middle = '';
  let closing = '';
  let dayEnd = 0;
  for (const start of starts) {
    if (start >= dayEnd) {
      const day = Math.floor((start + 60) / MINUTES_PER_DAY);
      const offset = offsetOn(question, day);
      midnight = day * MINUTES_PER_DAY - offset;
      dayEnd = midnight + MINUTES_PER_DAY;
      const date = dateOf(day);
      const zone = offset === 60 ? '+01:00' : '+02:00';
      opening = `{"start":"${date}`;
      middle = `${zone}","end":"${date}`;
      closing = `${zone}"},`;
    }
    const minute = start - midnight;
    text += opening + TIMES[minute]! + middle + TIMES[minute + duration]! + closing;
  }
  return `[${text.slice(0, -1)}]`;
}

function dateOf(day: number): string {
  const date = new Date(day * 86_400_000);
  const month = TWO_DIGITS[date.getUTCMonth() + 1]!;
  return `${date.getUTCFullYear()}-${month}-${TWO_DIGITS[date.getUTCDate()]!}`;
}

function offsetOn({ offsets }: SweepQuestion, day: number): number {
  let at = offsets.length - 1;
  while (at > 0 && offsets[at]![0] > day * MINUTES_PER_DAY) at -= 1;
  return offsets[at]![1];
}

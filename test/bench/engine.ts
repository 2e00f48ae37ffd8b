// The slot engine with its JSON against the hand-written sweep with its own, turn and turn about in one run.
// Alone: npx --no-install node test/bench/engine.ts
import { slotsJson } from '../../src/availability/slots-json.ts';
import { findSlots } from '../../src/availability/slots.ts';
import { DURATION, type EngineCase, engineCase, TIME_ZONE } from './engine-cases.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { sweepJson, sweepSlots } from './sweep.ts';

const TARGET = 2;
const WARM_UP = 3000;
const ROUNDS = 2000;

export async function benchEngine(): Promise<Figure[]> {
  const team = Array.from({ length: 50 }, (_, index) => engineCase(30, 86, index + 1));
  return [
    compare('engine, 30 days, 86 busy blocks', [engineCase(30, 86)]),
    compare('engine, 90 days, 514 busy blocks', [engineCase(90, 514)]),
    compare('engine, 365 days, 5,000 busy blocks', [engineCase(365, 5000)]),
    compare('engine, 50 organisers over 30 days, who is free in one list', team),
  ];
}

function compare(name: string, cases: readonly EngineCase[]): Figure {
  const engine = () => byEngine(cases);
  const sweep = () => bySweep(cases);
  if (engine() !== sweep()) throw new Error(`${name}: engine and sweep give different slots`);
  for (let round = 0; round < WARM_UP / cases.length; round += 1) [engine, sweep].map(microseconds);

  const rounds = Array.from({ length: ROUNDS }, () => [microseconds(sweep), microseconds(engine)]);
  const sweepTime = median(rounds.map(([time]) => time!));
  const ratio = median(rounds.map(([, time]) => time!)) / sweepTime;
  return {
    name,
    value: ratio,
    unit: `× the sweep’s ${Math.round(sweepTime)} µs`,
    target: `at most ${TARGET}`,
    met: ratio <= TARGET,
  };
}

function byEngine(cases: readonly EngineCase[]): string {
  const starts = anyOf(cases.map(({ search }) => findSlots(search)));
  return slotsJson(starts, DURATION, TIME_ZONE);
}

function bySweep(cases: readonly EngineCase[]): string {
  const starts = anyOf(cases.map(({ question }) => sweepSlots(question)));
  return sweepJson(starts, cases[0]!.question);
}

/** The starts that are in any list, by marks on the quarters of an hour: the same work for both. */
function anyOf(lists: readonly (readonly number[])[]): readonly number[] {
  if (lists.length === 1) return lists[0]!;
  const first = Math.min(...lists.map((starts) => starts[0] ?? Infinity));
  const last = Math.max(...lists.map((starts) => starts.at(-1) ?? 0));
  const marks = new Uint8Array((last - first) / 15 + 1);
  for (const starts of lists) for (const start of starts) marks[(start - first) / 15] = 1;
  const united: number[] = [];
  for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1) united.push(first + at * 15);
  return united;
}

function microseconds(work: () => string): number {
  const start = performance.now();
  work();
  return (performance.now() - start) * 1000;
}

if (import.meta.main) {
  for (const { name, value, unit, target } of await benchEngine()) {
    console.log(`${name}: ${value.toFixed(2)} ${unit} (${target})`);
  }
}

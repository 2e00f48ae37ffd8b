// Two hundred clients at once, over HTTP: for one slot, for overlapping times, and for thirty-two slots until each has
// one. One winner each, no overlap, nothing but 201 and 409, and nobody waits long.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sql } from '../../src/database/sql.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

export type Try = { status: number; milliseconds: number };

export type RaceOrder = {
  url: string;
  made: Pick<MadeOrganiser, 'organiser' | 'eventType'>;
  clients: number;
  starts: number[];
  untilWon: boolean;
};

type Race = {
  name: string;
  durationMinutes: number;
  /** Each a quarter of an hour after the one before. */
  slots: number;
  untilWon: boolean;
  /** Null: as many as fit. */
  winners: number | null;
};

const clients = 200;
const rounds = 5;
const mostMilliseconds = 250;
const nine = Date.parse('2026-11-24T09:00:00+01:00');

const races: Race[] = [
  { name: 'one slot', durationMinutes: 30, slots: 1, untilWon: false, winners: 1 },
  { name: 'overlapping times', durationMinutes: 60, slots: 8, untilWon: false, winners: null },
  {
    name: '32 slots, until they win or all are gone',
    durationMinutes: 15,
    slots: 32,
    untilWon: true,
    winners: 32,
  },
];

export async function benchRaces(service: TestService): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const race of races) figures.push(...(await benchRace(service, race)));
  return figures;
}

async function benchRace(service: TestService, race: Race): Promise<Figure[]> {
  const runs: { faults: number; worst: number }[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await runRace(service, race));
  const faults = runs.reduce((sum, run) => sum + run.faults, 0);
  const worst = median(runs.map((run) => run.worst));
  const name = `${clients} clients for ${race.name}`;
  return [
    {
      name: `${name}: overlaps, strange answers, wrong winners`,
      value: faults,
      unit: '',
      target: 'none',
      met: faults === 0,
    },
    {
      name: `${name}: worst wait for one try`,
      value: worst,
      unit: 'ms',
      target: `at most ${mostMilliseconds}`,
      met: worst <= mostMilliseconds,
    },
  ];
}

async function runRace(
  service: TestService,
  race: Race,
): Promise<{ faults: number; worst: number }> {
  const { durationMinutes, slots, untilWon, winners } = race;
  const { organiser, eventType } = await makeOrganiser(service, { eventType: { durationMinutes } });
  const starts = Array.from({ length: slots }, (_, index) => nine + index * 15 * 60_000);
  const tries = await letThemRace({
    url: service.url,
    made: { organiser, eventType },
    clients,
    starts,
    untilWon,
  });
  const won = tries.filter(({ status }) => status === 201).length;
  const strange = tries.filter(({ status }) => status !== 201 && status !== 409).length;
  const wrong = winners === null ? 0 : Math.abs(won - winners);
  return {
    faults: strange + wrong + (await countOverlaps(service, organiser.id)),
    worst: Math.max(...tries.map(({ milliseconds }) => milliseconds)),
  };
}

async function letThemRace(order: RaceOrder): Promise<Try[]> {
  const worker = new Worker(new URL('race-clients.ts', import.meta.url), { workerData: order });
  const [tries] = (await once(worker, 'message')) as [Try[]];
  await worker.terminate();
  return tries;
}

async function countOverlaps({ parts }: TestService, organiserId: string): Promise<number> {
  const [row] = await parts.database.query<{ count: number }>(sql`
    select count(*)::integer as count from bookings a join bookings b
      on a.organiser_id = b.organiser_id and a.id < b.id and a.blocked && b.blocked
    where a.organiser_id = ${organiserId} and a.state = 'held' and b.state = 'held'`);
  return row!.count;
}

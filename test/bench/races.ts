// Two hundred clients at once, over HTTP: for one slot, for overlapping times, and for thirty-two slots until each has
// one. One winner each, no overlap, nothing but 201 and 409, and nobody waits long.
import { sql } from '../../src/database/sql.ts';
import { hold } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';
import type { Figure } from './figure.ts';

const clients = 200;
const mostMilliseconds = 250;
const nine = Date.parse('2026-11-24T09:00:00+01:00');
const quarter = 15 * 60_000;

type Try = { status: number; milliseconds: number };
type Race = {
  name: string;
  durationMinutes: number;
  run(made: MadeOrganiser): Promise<Try[]>;
  winners: number | null;
};

export async function benchRaces(service: TestService): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const race of racesOf(service)) figures.push(...(await runRace(service, race)));
  return figures;
}

function racesOf(service: TestService): Race[] {
  return [
    {
      name: `${clients} clients for one slot`,
      durationMinutes: 30,
      winners: 1,
      run: (made) => all(async () => [await tryHold(service, made, nine)]),
    },
    {
      name: `${clients} clients for overlapping times`,
      durationMinutes: 60,
      winners: null,
      run: (made) =>
        all(async (client) => [await tryHold(service, made, nine + (client % 8) * quarter)]),
    },
    {
      name: `${clients} clients for 32 slots, until they win or all are gone`,
      durationMinutes: 15,
      winners: 32,
      run: (made) => all((client) => untilWon(service, made, client)),
    },
  ];
}

async function runRace(
  service: TestService,
  { name, durationMinutes, run, winners }: Race,
): Promise<Figure[]> {
  const made = await makeOrganiser(service, { eventType: { durationMinutes } });
  const tries = await run(made);
  const won = tries.filter(({ status }) => status === 201).length;
  const strange = tries.filter(({ status }) => status !== 201 && status !== 409).length;
  const worst = Math.max(...tries.map(({ milliseconds }) => milliseconds));
  const faults =
    strange +
    (await countOverlaps(service, made)) +
    (winners === null ? 0 : Math.abs(won - winners));
  return [
    {
      name: `${name}: overlaps, strange answers, wrong winners`,
      value: faults,
      unit: '',
      target: 'none',
      met: faults === 0,
    },
    { name: `${name}: winners`, value: won, unit: '' },
    {
      name: `${name}: worst wait for one try`,
      value: worst,
      unit: 'ms',
      target: `at most ${mostMilliseconds}`,
      met: worst <= mostMilliseconds,
    },
  ];
}

async function all(tries: (client: number) => Promise<Try[]>): Promise<Try[]> {
  const perClient = Array.from({ length: clients }, (_, client) => tries(client));
  return (await Promise.all(perClient)).flat();
}

/** Each client begins elsewhere and goes on to the next slot when it loses. */
async function untilWon(service: TestService, made: MadeOrganiser, client: number): Promise<Try[]> {
  const tries: Try[] = [];
  for (let count = 0; count < 32; count++) {
    const last = await tryHold(service, made, nine + ((client + count) % 32) * quarter);
    tries.push(last);
    if (last.status !== 409) break;
  }
  return tries;
}

async function tryHold(service: TestService, made: MadeOrganiser, start: number): Promise<Try> {
  const began = performance.now();
  const { status } = await hold(service, made, new Date(start).toISOString());
  return { status, milliseconds: performance.now() - began };
}

async function countOverlaps(
  { parts }: TestService,
  { organiser }: MadeOrganiser,
): Promise<number> {
  const [row] = await parts.database.query<{ count: number }>(sql`
    select count(*)::integer as count from bookings a join bookings b
      on a.organiser_id = b.organiser_id and a.id < b.id and a.blocked && b.blocked
    where a.organiser_id = ${organiser.id} and a.state = 'held' and b.state = 'held'`);
  return row!.count;
}

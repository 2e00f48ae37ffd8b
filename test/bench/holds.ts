// Holds on many organisers, against the same insert alone through pg on the same tables.
import { randomUUID } from 'node:crypto';
import { type NewHold, takeHold } from '../../src/bookings/hold-queries.ts';
import { sql } from '../../src/database/sql.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

const organisers = 20;
const rounds = 5;
const holdsPerRound = 1600;
const atOnce = 16;

type Insert = (hold: NewHold, now: Date) => Promise<unknown>;

export async function benchHolds(service: TestService): Promise<Figure[]> {
  const { database } = service.parts;
  const made: MadeOrganiser[] = [];
  for (let count = 0; count < organisers; count++) made.push(await makeOrganiser(service));
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bare = await perSecond(service, made, 2 * round, (hold, now) =>
      insertAlone(service, hold, now),
    );
    const held = await perSecond(service, made, 2 * round + 1, (hold, now) =>
      takeHold(database, hold, now),
    );
    ratios.push(held / bare);
  }
  const ratio = median(ratios);
  return [
    {
      name: `holds on ${organisers} organisers, against the same insert alone`,
      value: ratio,
      unit: '× its inserts/s',
      target: 'at least 0.5',
      met: ratio >= 0.5,
    },
  ];
}

/** Every hold of a round has a quarter of an hour of its own, so that all of them succeed. */
async function perSecond(
  service: TestService,
  made: MadeOrganiser[],
  round: number,
  insert: Insert,
): Promise<number> {
  const now = service.clock();
  const holds = Array.from({ length: holdsPerRound }, (_, index) => hold(made, now, round, index));
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, () => drain(holds, now, insert)));
  return holdsPerRound / ((performance.now() - began) / 1000);
}

async function drain(holds: NewHold[], now: Date, insert: Insert): Promise<void> {
  for (let next = holds.pop(); next; next = holds.pop()) await insert(next, now);
}

function hold(made: MadeOrganiser[], now: Date, round: number, index: number): NewHold {
  const { organiser, eventType } = made[index % made.length]!;
  const quarter = round * holdsPerRound + Math.floor(index / made.length);
  const startsAt = new Date(now.getTime() + quarter * 15 * 60_000);
  const endsAt = new Date(startsAt.getTime() + 15 * 60_000);
  return {
    id: randomUUID(),
    organiserId: organiser.id,
    eventTypeId: eventType.id,
    startsAt,
    endsAt,
    blocked: { from: startsAt, to: endsAt },
    expiresAt: new Date(now.getTime() + 600_000),
    client: null,
    day: { from: startsAt, to: endsAt },
    dailyCap: null,
    replaces: null,
    secretLinkId: null,
  };
}

async function insertAlone({ parts }: TestService, hold: NewHold, now: Date): Promise<void> {
  const { id, organiserId, eventTypeId, startsAt, endsAt, blocked, expiresAt } = hold;
  await parts.database.query(sql`
    insert into bookings
      (id, organiser_id, event_type_id, state, starts_at, ends_at, blocked, expires_at, created_at, changed_at, changed_by)
    values
      (${id}, ${organiserId}, ${eventTypeId}, 'held', ${startsAt}, ${endsAt},
       tstzrange(${blocked.from}, ${blocked.to}), ${expiresAt}, ${now}, ${now}, 'attendee')`);
}

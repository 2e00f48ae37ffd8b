// A hold as the database takes it, on Tuesday 2026-11-24 in Berlin.
import { randomUUID } from 'node:crypto';
import type { NewHold } from '../../src/bookings/hold-queries.ts';
import type { MadeOrganiser } from './makers.ts';

export function holdRow(
  { organiser, eventType }: MadeOrganiser,
  wishes: { hour: number; minute?: number } & Partial<NewHold>,
): NewHold {
  const { hour, minute = 0, ...rest } = wishes;
  const startsAt = new Date(Date.UTC(2026, 10, 24, hour - 1, minute));
  const endsAt = new Date(startsAt.getTime() + eventType.durationMinutes * 60_000);
  return {
    id: randomUUID(),
    organiserId: organiser.id,
    eventTypeId: eventType.id,
    startsAt,
    endsAt,
    blocked: { from: startsAt, to: endsAt },
    expiresAt: new Date('2026-11-23T08:10:00Z'),
    client: null,
    day: { from: new Date('2026-11-23T23:00:00Z'), to: new Date('2026-11-24T23:00:00Z') },
    dailyCap: eventType.dailyCap,
    replaces: null,
    secretLinkId: null,
    ...rest,
  };
}

// Taking a slot and letting it go.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type Period = { from: Date; to: Date };

export type NewHold = {
  id: string;
  organiserId: string;
  eventTypeId: string;
  startsAt: Date;
  endsAt: Date;
  blocked: Period;
  expiresAt: Date;
  /** Null: no limit per client. */
  client: string | null;
  /** The organiser's date and how many bookings may start on it. */
  day: Period;
  dailyCap: number | null;
  /** A hold of the same client that is let go when this one is taken. */
  replaces: string | null;
  /** The secret link that it came by, where it needed one. */
  secretLinkId: string | null;
};

export type HoldOutcome = 'held' | 'slot_taken' | 'day_full' | 'too_many_holds' | 'link_over';

/** One round trip: locks the organiser, expires what is stale, checks, inserts. */
export async function takeHold(
  database: Queryable,
  hold: NewHold,
  now: Date,
): Promise<HoldOutcome> {
  const { blocked, day, secretLinkId } = hold;
  if (secretLinkId !== null) return takeHoldByLink(database, hold, secretLinkId, now);
  const [row] = await database.query<{ outcome: HoldOutcome }>(sql`
    select take_hold(
      ${hold.id}, ${hold.organiserId}, ${hold.eventTypeId}, ${hold.startsAt}, ${hold.endsAt},
      tstzrange(${blocked.from}, ${blocked.to}), ${hold.expiresAt}, ${now}, ${hold.client},
      tstzrange(${day.from}, ${day.to}), ${hold.dailyCap}, ${hold.replaces}
    ) as outcome`);
  return row!.outcome;
}

async function takeHoldByLink(
  database: Queryable,
  hold: NewHold,
  link: string,
  now: Date,
): Promise<HoldOutcome> {
  const { blocked, day } = hold;
  const [row] = await database.query<{ outcome: HoldOutcome }>(sql`
    select take_hold_by_link(
      ${hold.id}, ${hold.organiserId}, ${hold.eventTypeId}, ${hold.startsAt}, ${hold.endsAt},
      tstzrange(${blocked.from}, ${blocked.to}), ${hold.expiresAt}, ${now}, ${hold.client},
      tstzrange(${day.from}, ${day.to}), ${hold.dailyCap}, ${hold.replaces}, ${link}
    ) as outcome`);
  return row!.outcome;
}

/** Touches a hold only: what is requested or booked by now stays. */
export async function releaseHeld(database: Queryable, id: string, now: Date): Promise<void> {
  await database.query(sql`
    update bookings set state = 'cancelled', changed_at = ${now}, changed_by = 'attendee', reason = null
    where id = ${id} and state = 'held'`);
}

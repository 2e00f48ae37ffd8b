import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
// An organiser's desk for tests of what they see: bookings as rows, events at Google, pages by a visitor.
import { sql } from '../../src/database/sql.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';

export type AgendaDesk = Awaited<ReturnType<typeof openAgendaDesk>>;

type Wishes = {
  name?: string;
  state?: string;
  startsAt: string;
  minutes?: number;
  eventType?: { id: string };
  isProven?: boolean;
  isClashing?: boolean;
  phone?: string;
};

export async function openAgendaDesk(
  service: TestService,
  wishes: Parameters<typeof makeOrganiser>[1] = {},
) {
  const made = await makeOrganiser(service, wishes);
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await service.settle();
  return {
    made,
    visitor,
    insert: (booking: Wishes) => insertBooking(service, made, booking),
    insertMany: (count: number) => insertMany(service, made, count),
    /** Something in their own calendar that is no booking. */
    makeBusy: async (start: string, end: string) => {
      const times = { start: new Date(start), end: new Date(end) };
      addEvent(service.google.world, made.email, { summary: 'Secret surgery', ...times });
      await refreshBusy(service.parts, { organiserId: made.organiser.id });
    },
  };
}

async function insertBooking(
  { parts }: TestService,
  { organiser, eventType }: MadeOrganiser,
  booking: Wishes,
): Promise<string> {
  const { name = 'Somebody', state = 'confirmed', startsAt, minutes = 30, phone = null } = booking;
  const then = '2026-10-01T07:00:00Z';
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  const isWaiting = state === 'held' || state === 'requested';
  const isSure = !isWaiting && state !== 'expired';
  const [row] = await parts.database.query<{ id: string }>(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, expires_at, changed_at, changed_by, created_at,
       requested_at, proven_at, confirmed_at, clashing, attendee_name, attendee_email, attendee_phone, attendee_time_zone)
    values (${organiser.id}, ${booking.eventType?.id ?? eventType.id}, ${state}, ${startsAt}, ${endsAt},
      tstzrange(${startsAt}, ${endsAt}), ${isWaiting ? '2026-11-25T08:00:00Z' : null}::timestamptz, ${then}, 'attendee', ${then},
      ${state === 'held' ? null : then}::timestamptz, ${booking.isProven === false ? null : then}::timestamptz,
      ${isSure ? then : null}::timestamptz, ${booking.isClashing ?? false}, ${state === 'held' ? null : name},
      ${state === 'held' ? null : `${name.toLowerCase()}@example.com`}, ${phone}, 'UTC')
    returning id`);
  return row!.id;
}

/** Half of them were, a booking an hour before the Monday of the clock and back; half will be. */
async function insertMany(
  { parts }: TestService,
  { organiser, eventType }: MadeOrganiser,
  count: number,
): Promise<void> {
  await parts.database.query(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by, created_at,
       requested_at, confirmed_at, attendee_name, attendee_email, attendee_phone, attendee_time_zone)
    select ${organiser.id}, ${eventType.id}, case when number > ${count}::integer / 2 then 'completed' else 'confirmed' end,
      at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), at, 'system', at, at, at,
      'P' || number, 'p' || number % 500 || '@example.com', '+4930' || 1000000 + number, 'UTC'
    from generate_series(1, ${count}::integer) number,
      lateral (select '2026-11-23T00:00:00Z'::timestamptz + (${count}::integer / 2 - number) * interval '1 hour' as at) t`);
  await parts.database.query(sql`analyze bookings`);
}

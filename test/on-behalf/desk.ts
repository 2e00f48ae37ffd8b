// An organiser who books for others: by program and by page.
import { sql } from '../../src/database/sql.ts';
import { type ApiClient, apiClient } from '../organisers/api-client.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, type TestService } from '../support/service.ts';

export const tuesdayAtTen = '2026-11-24T09:00:00.000Z';
export const saturdayAtTen = '2026-11-28T09:00:00.000Z';

export const lea = { name: 'Lea Attendee', email: 'lea@example.org' };

export type BehalfDesk = { made: MadeOrganiser; me: ApiClient; visitor: Visitor };

export async function openBehalfDesk(
  service: TestService,
  wishes: Parameters<typeof makeOrganiser>[1] = {},
): Promise<BehalfDesk> {
  service.clock.set(monday);
  service.google.faults.clear();
  const made = await makeOrganiser(service, wishes);
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await service.settle();
  return { made, me: await apiClient(service, made.organiser.id), visitor };
}

export function book({ made, me }: BehalfDesk, wishes: object = {}) {
  const wanted = { eventType: made.eventType.slug, start: tuesdayAtTen, attendee: lea };
  return me('POST', '/api/me/bookings', { ...wanted, ...wishes });
}

/** The active bookings at that time. */
export async function countAt(
  service: TestService,
  { made }: Pick<BehalfDesk, 'made'>,
  start = tuesdayAtTen,
): Promise<number> {
  const [row] = await service.parts.database.query<{ count: number }>(sql`
    select count(*)::integer as count from bookings
    where organiser_id = ${made.organiser.id} and starts_at = ${new Date(start)}
      and state in ('held', 'requested', 'confirmed')`);
  return row!.count;
}

// Gathers how an organiser's connections with Google are.
import { listCalendars } from '../../calendars/calendar-queries.ts';
import { listEventTypes } from '../../event-types/event-type-queries.ts';
import type { Parts } from '../../parts.ts';
import type { Organiser } from '../organiser.ts';
import { listGoogleAccounts } from './google-account-queries.ts';
import type { Health } from './health.ts';

export async function findHealth(
  { database }: Pick<Parts, 'database'>,
  organiser: Organiser,
): Promise<Health> {
  const accounts = await listGoogleAccounts(database, organiser.id);
  return {
    organiser,
    accounts: accounts.filter(({ state }) => state !== 'disconnected'),
    calendars: await listCalendars(database, organiser.id),
    eventTypes: await listEventTypes(database, organiser.id),
  };
}

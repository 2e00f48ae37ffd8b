// Organisers and what they offer, made as the product makes them; a test says only what matters to it.
import { randomUUID } from 'node:crypto';
import { updateAvailability } from '../../src/availability/availability-queries.ts';
import type { Availability } from '../../src/availability/open-hours.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { getEventType } from '../../src/event-types/event-type-queries.ts';
import type { EventType } from '../../src/event-types/event-type.ts';
import { newEventType } from '../../src/event-types/new-event-type.ts';
import { insertEventType } from '../../src/event-types/write-event-type-queries.ts';
import { insertAccount } from '../../src/organisers/connections/google-account-queries.ts';
import { readCalendars } from '../../src/organisers/connections/read-calendars.ts';
import { createOrganiser } from '../../src/organisers/create-organiser.ts';
import { getOrganiserById } from '../../src/organisers/organiser-queries.ts';
import type { Organiser } from '../../src/organisers/organiser.ts';
import type { TestService } from './service.ts';

export type MadeOrganiser = {
  organiser: Organiser;
  eventType: EventType;
  accountId: string;
  email: string;
};

/** With a connected Google account, open Monday to Friday 09:00–17:00, and one event type of 30 minutes. */
export async function makeOrganiser(
  service: TestService,
  wishes: {
    email?: string;
    timeZone?: string;
    availability?: Partial<Availability>;
    eventType?: Partial<EventType>;
  } = {},
): Promise<MadeOrganiser> {
  const { parts, google, clock } = service;
  const timeZone = wishes.timeZone ?? 'Europe/Berlin';
  const email = wishes.email ?? `organiser-${randomUUID().slice(0, 8)}@example.com`;
  const subject = google.world.addAccount({ address: email, name: 'Test Organiser', timeZone }).sub;
  const refreshToken = google.grantFor(email, parts.google.neededScopes);
  const account = { id: randomUUID(), subject, email, scopes: [...parts.google.neededScopes] };
  const identity = {
    subject,
    email,
    isEmailVerified: true,
    hostedDomain: null,
    name: 'Test Organiser',
  };

  const organiserId = await parts.database.transaction(async (transaction) => {
    const id = await createOrganiser(transaction, identity, timeZone, clock());
    const refreshTokenSealed = parts.seal.close(refreshToken, account.id);
    await insertAccount(transaction, { ...account, organiserId: id, refreshTokenSealed }, clock());
    return id;
  });
  await readCalendars(parts, { id: account.id, organiserId });
  if (wishes.availability) await setHours(service, organiserId, timeZone, wishes.availability);
  const eventType = await addEventType(service, organiserId, wishes.eventType);
  await refreshBusy(parts, { organiserId });
  const organiser = await getOrganiserById(parts.database, organiserId);
  return { organiser, eventType, accountId: account.id, email };
}

/** Confirmed at once, phone not asked, unless the test says otherwise. */
export async function addEventType(
  { parts }: TestService,
  organiserId: string,
  fields: Partial<EventType> = {},
): Promise<EventType> {
  const slug = fields.slug ?? `visit-${randomUUID().slice(0, 8)}`;
  await insertEventType(parts.database, organiserId, {
    ...newEventType,
    questions: [],
    asks: { ...newEventType.asks, phone: 'optional' },
    confirmation: 'instant',
    title: 'Visit',
    durationMinutes: 30,
    ...fields,
    slug,
  });
  const { handle } = await getOrganiserById(parts.database, organiserId);
  return (await getEventType(parts.database, handle, slug)).eventType;
}

async function setHours(
  { parts }: TestService,
  organiserId: string,
  timeZone: string,
  hours: Partial<Availability>,
): Promise<void> {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  await updateAvailability(parts.database, organiserId, {
    timeZone,
    weekly,
    overrides: [],
    ...hours,
  });
}

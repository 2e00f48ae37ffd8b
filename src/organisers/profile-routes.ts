// An organiser's public profile: who it is, and what can be booked.
import { Router } from '@koa/router';
import { durationsOf } from '../event-types/durations.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { type EventType, isListed } from '../event-types/event-type.ts';
import type { Parts } from '../parts.ts';
import { getOrganiserByHandle } from './organiser-queries.ts';
import type { Organiser } from './organiser.ts';

export function profileRoutes({ database }: Parts): Router {
  const router = new Router();
  router.get('/api/organisers/:handle', async (ctx) => {
    const organiser = await getOrganiserByHandle(database, ctx.params['handle']!);
    const eventTypes = await listEventTypes(database, organiser.id);
    ctx.body = presentProfile(organiser, eventTypes.filter(isListed));
  });
  return router;
}

function presentProfile({ name, timeZone }: Organiser, eventTypes: EventType[]): object {
  return {
    name,
    timeZone,
    eventTypes: eventTypes.map((eventType) => ({
      slug: eventType.slug,
      title: eventType.title,
      description: eventType.description,
      durationMinutes: eventType.durationMinutes,
      durations: durationsOf(eventType),
    })),
  };
}

// events.get: a stored event, cancelled or not, or one instance of a series.
import { readable } from './access.ts';
import type { Call, Reply } from './call.ts';
import { findEvent } from './instances.ts';
import { pathId } from './parameters.ts';
import { notFound } from './refusals.ts';
import { shownIfChanged } from './shown-event.ts';
import type { World } from './world.ts';

export function getEvent(world: World, call: Call): Reply {
  const view = readable(world, call);
  const stored = findEvent(world.state, view.calendar, pathId(call, 'eventId'));
  if (!stored) throw notFound();
  return shownIfChanged(call, view, stored.event);
}

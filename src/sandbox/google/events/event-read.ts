// events.get: a stored event, cancelled or not, or one instance of a series.
import { readable } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { pathId } from '../api/parameters.ts';
import { notFound } from '../api/refusals.ts';
import type { World } from '../world.ts';
import { findEvent } from './instances.ts';
import { shownIfChanged } from './shown-event.ts';

export function getEvent(world: World, call: Call): Reply {
  const view = readable(world, call);
  const stored = findEvent(world.state, view.calendar, pathId(call, 'eventId'));
  if (!stored) throw notFound();
  return shownIfChanged(call, view, stored.event);
}

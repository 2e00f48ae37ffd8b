// What the organiser's write sets off: sequence, instances, the guests' copies, mails.

import { isSameJson } from '../api/same-json.ts';
import type { Calendar, StoredEvent } from '../state.ts';
import type { World } from '../world.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { copyToGuests } from './guest-copies.ts';
import { mailChange, type SendUpdates } from './invitations.ts';
import { cancelExceptions, retiredBy } from './series.ts';

type Write = { by: string; sendUpdates: SendUpdates; meetDue?: string | undefined };

export function writeAsOrganiser(
  world: World,
  calendar: Calendar,
  [before, next]: [CalendarEvent, CalendarEvent],
  { by, sendUpdates, meetDue }: Write,
): StoredEvent {
  const isMoved = differs(before, next, ['start', 'end', 'recurrence']);
  const isReshaped = isMoved || before.status !== next.status;
  const stored = storeEvent(
    world,
    calendar.id,
    { ...next, sequence: Math.max(before.sequence, next.sequence) + (isMoved ? 1 : 0) },
    {
      meetDue,
      keepsUpdated: isOnlyReminders(before, next),
      retired: isReshaped ? retiredBy(world, calendar, before, next) : [],
    },
  );
  if (isReshaped) cancelExceptions(world, calendar, stored.event);
  if (!isSameJson(shared(before), shared(next))) copyToGuests(world, before, stored.event);
  mailChange(world, { before, after: stored.event, by }, sendUpdates);
  return stored;
}

/** Whether nothing but the reminders is another. */
export function isOnlyReminders(before: CalendarEvent, next: CalendarEvent): boolean {
  const { reminders: _, ...rest } = before;
  const { reminders: __, ...nextRest } = next;
  return !isSameJson(before, next) && isSameJson(rest, nextRest);
}

/** What every copy has in common, the guest list apart. */
export function sharedWithoutGuests(event: CalendarEvent) {
  const { attendees: _, transparency: __, visibility: ___, status: ____, ...rest } = shared(event);
  return rest;
}

function shared(event: CalendarEvent) {
  const { reminders: _, colorId: __, extendedProperties, ...rest } = event;
  return { ...rest, shared: extendedProperties?.shared ?? {} } as Partial<CalendarEvent>;
}

function differs(before: CalendarEvent, next: CalendarEvent, names: string[]): boolean {
  return names.some((name) => !isSameJson(before[name], next[name]));
}

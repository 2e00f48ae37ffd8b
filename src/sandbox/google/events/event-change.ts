// events.patch and events.update. The organiser changes the event, a guest only what is theirs.
import { writable } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { checkIfMatch, pathId, text } from '../api/parameters.ts';
import { forbidden, invalid, notFound } from '../api/refusals.ts';
import type { Calendar } from '../state.ts';
import type { World } from '../world.ts';
import {
  asObject,
  checkedEvent,
  mergedInto,
  writableFields,
  type EventInput,
} from './event-input.ts';
import { writeAsOrganiser } from './event-write.ts';
import type { CalendarEvent } from './event.ts';
import { changeAsGuest } from './guest-change.ts';
import { isGuestCopy } from './guest-copies.ts';
import { withInvited } from './guests.ts';
import { findEvent } from './instances.ts';
import { sendUpdatesOf } from './invitations.ts';
import { withMeet, withoutUnversioned } from './meet.ts';
import { shown } from './shown-event.ts';

type Rewrite = (before: CalendarEvent, input: EventInput) => EventInput;

const defaults = { status: 'confirmed', sequence: 0, reminders: { useDefault: true } };

export function patchEvent(world: World, call: Call): Reply {
  return changeEvent(world, call, (before, input) => mergedInto(before, input));
}

/** Replaces all that can be written; what Google set stays. */
export function updateEvent(world: World, call: Call): Reply {
  return changeEvent(world, call, (before, input) => {
    const fixed = Object.entries(before).filter(([name]) => !(name in writableFields(before)));
    const keepsMeet = text(call, 'conferenceDataVersion') !== '1' && before.conferenceData;
    return mergedInto(
      {
        ...Object.fromEntries(fixed),
        ...defaults,
        eventType: before.eventType,
        ...(keepsMeet ? { conferenceData: before.conferenceData } : {}),
      },
      input,
    );
  });
}

function changeEvent(world: World, call: Call, rewrite: Rewrite): Reply {
  const calendar = writable(world, call);
  const before = changeable(world, call, calendar);
  const input = writableFields(withoutUnversioned(call, asObject(call.body)));
  const draft = checkedEvent(rewrite(before, input), calendar.timeZone);
  checkSequence(before, draft.sequence);

  const told = { by: call.account, sendUpdates: sendUpdatesOf(world, call) };
  const namesGuests = 'attendees' in input;
  if (isGuestCopy(before, calendar.id)) {
    const next = namesGuests ? draft : { ...draft, attendees: before.attendees ?? [] };
    return shown(call, calendar, changeAsGuest(world, calendar, [before, next], told));
  }
  const { event, meetDue } = withMeet(world, before, namesGuests ? withInvited(draft) : draft);
  const after = writeAsOrganiser(world, calendar, [before, event], { ...told, meetDue });
  return shown(call, calendar, after.event);
}

/** The event as it stands, if it may be written to at all. */
function changeable(world: World, call: Call, calendar: Calendar): CalendarEvent {
  const stored = findEvent(world.state, calendar, pathId(call, 'eventId'));
  if (!stored) throw notFound();
  checkIfMatch(call, stored.event.etag);
  const isDeleted = stored.event.status === 'cancelled';
  if (isDeleted && world.switches.restoreRefused) throw forbidden();
  return stored.event;
}

/** A whole update must know the current sequence; a patch that leaves it out keeps it. */
function checkSequence(before: CalendarEvent, sequence: number): void {
  if (sequence < before.sequence) throw invalidSequence();
}

function invalidSequence() {
  return invalid(
    'Invalid sequence value. The specified sequence number is below the current sequence number of the resource. ' +
      'Re-fetch the resource and use its sequence number on the following request.',
  );
}

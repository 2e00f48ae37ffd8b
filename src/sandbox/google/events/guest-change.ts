// What a guest does to their own copy: answer, set what is theirs, remove it. The answer flows to the organiser's copy
// and from there to the other guests'.

import { forbiddenForNonOrganizer } from '../api/refusals.ts';
import { isSameJson } from '../api/same-json.ts';
import type { Calendar } from '../state.ts';
import type { World } from '../world.ts';
import { storeEvent } from './event-store.ts';
import { isOnlyReminders, sharedWithoutGuests, writeAsOrganiser } from './event-write.ts';
import type { CalendarEvent } from './event.ts';
import { copyToGuests, organisersCalendar, pick } from './guest-copies.ts';
import { answered, guestOf, guestsOnlyIn, invited, type Answer } from './guests.ts';
import { findEvent } from './instances.ts';
import { mailReply, type SendUpdates } from './invitations.ts';

/** What a guest who may modify does not see, or not as it is. */
const organisersOwn = ['reminders', 'colorId', 'extendedProperties', 'source', 'etag', 'updated'];

type Told = { by: string; sendUpdates: SendUpdates };

export function changeAsGuest(
  world: World,
  calendar: Calendar,
  [before, next]: [CalendarEvent, CalendarEvent],
  told: Told,
): CalendarEvent {
  if (next.status === 'cancelled') return removeAsGuest(world, calendar, before, told);
  const isShared = !isSameJson(sharedWithoutGuests(before), sharedWithoutGuests(next));
  const added = guestsOnlyIn(next, before);
  if (isShared && !before.guestsCanModify) throw forbiddenForNonOrganizer();
  if (added.length > 0 && before.guestsCanInviteOthers === false) throw forbiddenForNonOrganizer();

  const answer = newAnswer(calendar.owner, before, next);
  const own = { ...next, attendees: answered(before, calendar.owner, answer ?? {}) };
  const keepsUpdated = isOnlyReminders(before, own);
  const stored = storeEvent(world, calendar.id, own, { keepsUpdated });
  if (answer) answerOrganiser(world, stored.event, calendar.owner, answer, told.sendUpdates);
  if (isShared || added.length > 0) changeOrganisers(world, next, added, told);
  return world.state.events[calendar.id]![before.id]!.event;
}

/** Removing an invitation declines it. */
export function removeAsGuest(
  world: World,
  calendar: Calendar,
  before: CalendarEvent,
  { sendUpdates }: Told,
): CalendarEvent {
  const answer = { responseStatus: 'declined' } as const;
  const attendees = answered(before, calendar.owner, answer);
  const own = storeEvent(world, calendar.id, { ...before, attendees, status: 'cancelled' });
  answerOrganiser(world, own.event, calendar.owner, answer, sendUpdates);
  return own.event;
}

/** Brings a guest's answer into the organiser's copy, where there is one, and mails it. */
export function answerOrganiser(
  world: World,
  event: CalendarEvent,
  guest: string,
  answer: Answer,
  sendUpdates: SendUpdates,
): void {
  const record = organisersRecord(world, event);
  if (record && guestOf(record.event, guest)) {
    const attendees = answered(record.event, guest, answer);
    const after = storeEvent(world, record.calendar.id, { ...record.event, attendees });
    copyToGuests(world, null, after.event, [guest]);
  }
  mailReply(world, { event, guest, answer }, sendUpdates);
}

/** A guest who may modify writes in the organiser's stead. */
function changeOrganisers(
  world: World,
  next: CalendarEvent,
  added: CalendarEvent['attendees'],
  told: Told,
): void {
  const record = organisersRecord(world, next);
  if (!record) return;
  const attendees = [...(record.event.attendees ?? []), ...invited(added ?? [])];
  const own = pick(record.event, organisersOwn);
  const changed = next.guestsCanModify ? { ...next, ...own } : record.event;
  writeAsOrganiser(world, record.calendar, [record.event, { ...changed, attendees }], told);
}

function organisersRecord(world: World, event: CalendarEvent) {
  const calendar = organisersCalendar(world, event);
  const stored = calendar && findEvent(world.state, calendar, event.id);
  return stored && stored.event.status !== 'cancelled' ? { calendar, event: stored.event } : null;
}

function newAnswer(address: string, before: CalendarEvent, next: CalendarEvent): Answer | null {
  const { responseStatus, comment } = guestOf(next, address) ?? {};
  const known = guestOf(before, address);
  const isNew = responseStatus !== known?.responseStatus || comment !== known?.comment;
  if (!isNew || !next.attendees || !guestOf(next, address)) return null;
  return {
    responseStatus: responseStatus ?? 'needsAction',
    ...(comment === undefined ? {} : { comment }),
  };
}

// The outbox: what Google would have mailed to whom. `sendUpdates` decides whether, and to which guests.
import type { Call } from '../api/call.ts';
import { flag, text } from '../api/parameters.ts';
import { isSameJson } from '../api/same-json.ts';
import type { Invitation } from '../state.ts';
import type { World } from '../world.ts';
import type { CalendarEvent } from './event.ts';
import { guestsOnlyIn, sameAddress, type Answer } from './guests.ts';

export type SendUpdates = 'all' | 'externalOnly' | 'none';

/** What a guest reads in the mail; anything else changes in silence. */
const toldFields = [
  'summary',
  'description',
  'location',
  'start',
  'end',
  'recurrence',
  'hangoutLink',
];

export function sendUpdatesOf(world: World, call: Call): SendUpdates {
  const isMailed = flag(call, 'sendNotifications') || world.switches.mailWithoutSendUpdates;
  return (text(call, 'sendUpdates') as SendUpdates | undefined) ?? (isMailed ? 'all' : 'none');
}

type Change = { before: CalendarEvent | null; after: CalendarEvent; by: string };

/** The organiser's change: new guests are invited, dropped ones cancelled, the rest told of what they can see. */
export function mailChange(world: World, change: Change, sendUpdates: SendUpdates): void {
  const { after } = change;
  const before = change.before?.status === 'cancelled' ? null : change.before;
  const added = guestsOnlyIn(after, before);
  const dropped = before ? guestsOnlyIn(before, after) : [];
  const kept = (after.attendees ?? []).filter((guest) => !added.includes(guest));
  const mail = (kind: Invitation['kind'], guests: { email: string }[]) =>
    guests.forEach(({ email }) => send(world, kind, { ...change, to: email }, sendUpdates));

  if (after.status === 'cancelled') return mail('cancel', before ? [...kept, ...dropped] : []);
  mail('invite', added);
  mail('cancel', dropped);
  if (before && isTold(before, after)) mail('update', kept);
}

/** A guest's answer goes to the organiser. */
export function mailReply(
  world: World,
  { event, guest, answer }: { event: CalendarEvent; guest: string; answer: Answer },
  sendUpdates: SendUpdates,
): void {
  const { email } = event.organizer;
  const to = world.state.calendars[email]?.owner ?? email;
  send(world, 'reply', { after: event, by: guest, to, answer }, sendUpdates);
}

function isTold(before: CalendarEvent, after: CalendarEvent): boolean {
  return toldFields.some((name) => !isSameJson(before[name], after[name]));
}

function send(
  world: World,
  kind: Invitation['kind'],
  { after, by, to, answer }: { after: CalendarEvent; by: string; to: string; answer?: Answer },
  sendUpdates: SendUpdates,
): void {
  const isGoogles = world.state.accounts[to.toLowerCase()] !== undefined;
  if (sendUpdates === 'none' || (sendUpdates === 'externalOnly' && isGoogles)) return;
  if (sameAddress(to, by)) return;
  world.state.invitations.push({
    at: world.clock().toISOString(),
    kind,
    from: kind === 'reply' ? by : after.organizer.email,
    to,
    calendarId: after.organizer.email,
    eventId: after.id,
    iCalUID: after.iCalUID,
    summary: after.summary ?? '',
    start: after.start,
    end: after.end,
    ...answer,
  });
}

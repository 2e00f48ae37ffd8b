// What people do about a guest list: the organiser asks somebody or drops them, a guest answers.
import { patchEvent } from '../events/event-change.ts';
import type { CalendarEvent } from '../events/event.ts';
import { answerOrganiser } from '../events/guest-change.ts';
import { sameAddress, type Answer } from '../events/guests.ts';
import type { World } from '../world.ts';
import { change } from './events.ts';
import { callOn, eventAt, type Place } from './place.ts';

/** The others keep their answers. */
export function addGuest(world: World, place: Place, address: string): CalendarEvent {
  const { attendees = [] } = eventAt(world, place);
  return change(world, place, { attendees: [...attendees, { email: address }] });
}

export function dropGuest(world: World, place: Place, address: string): CalendarEvent {
  const { attendees = [] } = eventAt(world, place);
  const staying = attendees.filter(({ email }) => !sameAddress(email, address));
  return change(world, place, { attendees: staying });
}

/** A guest with an account answers on their own copy, any other guest by mail. */
export function answerInvitation(world: World, place: Place, guest: string, answer: Answer): void {
  const calendarId = guest.toLowerCase();
  if (!world.state.accounts[calendarId]) {
    return answerOrganiser(world, eventAt(world, place), guest, answer, 'all');
  }
  const attendees = [{ email: calendarId, ...answer }];
  patchEvent(world, callOn(world, { ...place, calendarId }, { attendees }));
}

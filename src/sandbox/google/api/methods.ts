// The API's methods by their discovery id. Whatever is due by now (Meet links) has happened before each.
import {
  getCalendar,
  getListedCalendar,
  getSetting,
  listCalendars,
  listSettings,
} from '../calendars/calendar-list.ts';
import { queryFreeBusy } from '../calendars/free-busy.ts';
import { patchEvent, updateEvent } from '../events/event-change.ts';
import { importEvent, insertEvent } from '../events/event-insert.ts';
import { listEvents, listInstances } from '../events/event-list.ts';
import { getEvent } from '../events/event-read.ts';
import { deleteEvent, moveEvent } from '../events/event-remove.ts';
import { settleMeets } from '../events/meet.ts';
import { stopChannel, watchEvents } from '../push/channels.ts';
import type { Method } from './call.ts';

const plainMethods: Record<string, Method> = {
  'calendar.calendarList.get': getListedCalendar,
  'calendar.calendarList.list': listCalendars,
  'calendar.calendars.get': getCalendar,
  'calendar.channels.stop': stopChannel,
  'calendar.events.delete': deleteEvent,
  'calendar.events.get': getEvent,
  'calendar.events.import': importEvent,
  'calendar.events.insert': insertEvent,
  'calendar.events.instances': listInstances,
  'calendar.events.list': listEvents,
  'calendar.events.move': moveEvent,
  'calendar.events.patch': patchEvent,
  'calendar.events.update': updateEvent,
  'calendar.events.watch': watchEvents,
  'calendar.freebusy.query': queryFreeBusy,
  'calendar.settings.get': getSetting,
  'calendar.settings.list': listSettings,
};

export const methods: Record<string, Method> = Object.fromEntries(
  Object.entries(plainMethods).map(([id, method]) => [id, settled(method)]),
);

function settled(method: Method): Method {
  return (world, call) => {
    settleMeets(world);
    return method(world, call);
  };
}

// calendarList, calendars and settings: what an account can see, and how it is set up.
import { findCalendar, isAtLeast } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { pageOf } from '../api/paging.ts';
import { answer, flag, pathId, text } from '../api/parameters.ts';
import { fullSyncRequired, invalid, notFound } from '../api/refusals.ts';
import { readSyncToken, syncSignature, writeToken } from '../api/tokens.ts';
import { etagOf } from '../events/event-store.ts';
import type { Calendar, Role } from '../state.ts';
import type { World } from '../world.ts';

const limits = { usual: 100, most: 250 };
const conferenceProperties = { allowedConferenceSolutionTypes: ['hangoutsMeet'] };

type Listed = { calendar: Calendar; entry: object };

export function listCalendars(world: World, call: Call): Reply {
  const syncToken = text(call, 'syncToken');
  const minAccessRole = text(call, 'minAccessRole');
  if (syncToken !== undefined && minAccessRole !== undefined) {
    throw invalid('Sync token cannot be used together with minAccessRole.', 'minAccessRole');
  }
  const since = syncToken === undefined ? null : readSyncToken(call, syncToken).version;
  if (since !== null && since > world.state.version) throw fullSyncRequired();
  const { calendars, removedCalendars } = world.state;
  const items = [...Object.values(calendars), ...removedCalendars]
    .filter(({ version }) => since === null || version > since)
    .flatMap((calendar) => listedFor(world, call, calendar, since !== null));
  const keyOf = ({ calendar }: Listed) => `${isPrimary(calendar) ? 0 : 1} ${calendar.id}`;
  const page = pageOf(world, call, { items, keyOf }, limits);
  const next = { sync: syncSignature(call), version: page.version };
  const etag = etagOf(world.state.version);
  const body = {
    kind: 'calendar#calendarList',
    etag,
    ...(page.nextPageToken === undefined
      ? { nextSyncToken: writeToken(next) }
      : { nextPageToken: page.nextPageToken }),
    items: page.items.map(({ entry }) => entry),
  };
  return answer(call, body, etag);
}

export function getListedCalendar(world: World, call: Call): Reply {
  const found = findCalendar(world, call.account, pathId(call, 'calendarId'));
  if (!found) throw notFound();
  return answer(call, entryOf(found.calendar, found.role), etagOf(found.calendar.version));
}

export function getCalendar(world: World, call: Call): Reply {
  const found = findCalendar(world, call.account, pathId(call, 'calendarId'));
  if (!found) throw notFound();
  const etag = etagOf(found.calendar.version);
  return answer(call, { kind: 'calendar#calendar', etag, ...shared(found.calendar) }, etag);
}

export function getSetting(world: World, call: Call): Reply {
  const setting = settingsOf(world, call.account).find(({ id }) => id === text(call, 'setting'));
  if (!setting) throw notFound();
  return answer(call, setting, setting.etag);
}

export function listSettings(world: World, call: Call): Reply {
  const items = settingsOf(world, call.account);
  const etag = etagOf(world.state.version);
  const next = { sync: syncSignature(call), version: world.state.version };
  const nextSyncToken = writeToken(next);
  return answer(call, { kind: 'calendar#settings', etag, nextSyncToken, items }, etag);
}

function listedFor(world: World, call: Call, calendar: Calendar, isDelta: boolean): Listed[] {
  const found = findCalendar(world, call.account, calendar.id);
  const wanted = text(call, 'minAccessRole') ?? 'freeBusyReader';
  if (found && isAtLeast(found.role, wanted)) {
    return [{ calendar, entry: entryOf(calendar, found.role) }];
  }
  const isLost = calendar.formerReaders.includes(call.account.toLowerCase());
  if (!isLost || !(isDelta || flag(call, 'showDeleted'))) return [];
  return [{ calendar, entry: { ...entryOf(calendar, 'reader'), deleted: true } }];
}

function entryOf(calendar: Calendar, accessRole: Role): object {
  return {
    kind: 'calendar#calendarListEntry',
    etag: etagOf(calendar.version),
    ...shared(calendar),
    colorId: '14',
    backgroundColor: '#9fe1e7',
    foregroundColor: '#000000',
    selected: true,
    accessRole,
    defaultReminders: accessRole === 'owner' ? [{ method: 'popup', minutes: 10 }] : [],
    ...(accessRole === 'owner' && isPrimary(calendar) ? { primary: true } : {}),
  };
}

function shared(calendar: Calendar) {
  const { id, summary, timeZone, owner } = calendar;
  const dataOwner = isPrimary(calendar) ? {} : { dataOwner: owner };
  return { id, summary, timeZone, conferenceProperties, ...dataOwner };
}

function isPrimary({ id, owner }: Calendar): boolean {
  return id === owner;
}

function settingsOf({ state }: World, address: string) {
  const account = state.accounts[address.toLowerCase()]!;
  const values = {
    timezone: account.timeZone,
    locale: 'en',
    weekStart: '1',
    format24HourTime: 'true',
    defaultEventLength: '60',
    autoAddHangouts: 'false',
  };
  const etag = etagOf(1);
  return Object.entries(values).map(([id, value]) => ({
    kind: 'calendar#setting',
    etag,
    id,
    value,
  }));
}

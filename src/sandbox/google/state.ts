// All that the sandbox Google remembers, as plain JSON: what a snapshot holds.
import type { CalendarEvent, EventTime, ResponseStatus } from './events/event.ts';

export type Account = {
  /** Also the id of the primary calendar. Lower case. */
  address: string;
  name: string;
  timeZone: string;
  /** Google's unchanging number of the account. */
  sub: string;
};

export type Role = 'freeBusyReader' | 'reader' | 'writer' | 'owner';

export type Calendar = {
  id: string;
  /** The address of the account it belongs to. */
  owner: string;
  summary: string;
  timeZone: string;
  /** Whom it is shared to, by address. */
  sharedTo: Record<string, Role>;
  /** Whom it was shared to once. */
  formerReaders: string[];
  /** Timed tasks marked Busy: they block others' view and are not events. */
  busyTasks: { start: string; end: string }[];
  version: number;
  /** Sync tokens older than this are refused with 410. */
  syncFloor: number;
};

/** One copy of an event, as it stands on one calendar. */
export type StoredEvent = {
  event: CalendarEvent;
  /** The write that it was last touched by; rises over the whole world. */
  version: number;
  /** Instances that a change of the series took away: told to `singleEvents` syncs. */
  retired: { id: string; originalStartTime: EventTime; version: number }[];
  /** When a Meet that was asked for will be settled. */
  meetDue?: string;
};

export type Invitation = {
  at: string;
  kind: 'invite' | 'update' | 'cancel' | 'reply';
  from: string;
  to: string;
  calendarId: string;
  eventId: string;
  iCalUID: string;
  summary: string;
  start: EventTime;
  end: EventTime;
  responseStatus?: ResponseStatus;
  comment?: string;
};

export type Channel = {
  id: string;
  account: string;
  calendarId: string;
  resourceId: string;
  resourceUri: string;
  address: string;
  token?: string;
  /** Milliseconds since the epoch. */
  expiration: number;
  messageNumber: number;
  stoppedAt?: string;
  /** Stopped, and yet to be told one more change. */
  straggles?: boolean;
};

/** What Google does sometimes, or may do: each can be turned on. */
export type Switches = {
  freeBusy: { unmerged: boolean; unclipped: boolean; unsorted: boolean };
  /** A patch that would bring back a deleted event: 403. */
  restoreRefused: boolean;
  /** So many next deltas do not know the latest changes yet. */
  staleDeltas: number;
  /** Pages come empty or with one item, however many were asked for. */
  shortPages: boolean;
  /** Tombstones carry id and status alone. */
  bareTombstones: boolean;
  /** The sync message of a new channel overtakes the reply to watch. */
  syncBeforeReply: boolean;
  /** Guests are mailed although `sendUpdates` was left out. */
  mailWithoutSendUpdates: boolean;
  meet: { outcome: 'success' | 'failure'; delaySeconds: number };
  push: {
    /** So many next messages are lost. */
    drop: number;
    duplicate: boolean;
    /** A message waits for its successor and follows it. */
    reorder: boolean;
    delayMs: number;
    /** A stopped channel is told one more change. */
    straggler: boolean;
  };
};

export type State = {
  /** The latest write, in milliseconds since the epoch or later, so that no two share it. */
  version: number;
  accounts: Record<string, Account>;
  calendars: Record<string, Calendar>;
  /** Deleted ones, for those who still have them in their lists. */
  removedCalendars: Calendar[];
  /** By calendar, then by event. Deleted ones stay, cancelled. */
  events: Record<string, Record<string, StoredEvent>>;
  invitations: Invitation[];
  channels: Channel[];
  switches: Switches;
};

export function emptyState(): State {
  return {
    version: 0,
    accounts: {},
    calendars: {},
    removedCalendars: [],
    events: {},
    invitations: [],
    channels: [],
    switches: allOff(),
  };
}

export function allOff(): Switches {
  return {
    freeBusy: { unmerged: false, unclipped: false, unsorted: false },
    restoreRefused: false,
    staleDeltas: 0,
    shortPages: false,
    bareTombstones: false,
    syncBeforeReply: false,
    mailWithoutSendUpdates: false,
    meet: { outcome: 'success', delaySeconds: 0 },
    push: { drop: 0, duplicate: false, reorder: false, delayMs: 0, straggler: false },
  };
}

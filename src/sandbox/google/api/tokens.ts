// Page and sync tokens: what the next call has to go on from, opaque to the client.
import type { Call } from './call.ts';
import { texts } from './parameters.ts';
import { invalid } from './refusals.ts';

/** What must be the same in every call of one walk through a list. */
const lasting = [
  'calendarId',
  'eventId',
  'alwaysIncludeEmail',
  'eventTypes',
  'maxAttendees',
  'showHiddenInvitations',
  'singleEvents',
  'timeZone',
  'minAccessRole',
];
const ofOneWalk = [
  ...lasting,
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'showDeleted',
  'syncToken',
  'timeMax',
  'timeMin',
  'updatedMin',
];

export type PageToken = { page: string; after: string; version: number };
export type SyncToken = { sync: string; version: number; timeMin?: number; timeMax?: number };

export function writeToken(token: PageToken | SyncToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

export function readPageToken(call: Call, token: string): PageToken {
  const read = parsed(token) as PageToken | null;
  if (read?.page !== pageSignature(call)) throw invalid('Invalid page token value.', 'pageToken');
  return read;
}

export function readSyncToken(call: Call, token: string): SyncToken {
  const read = parsed(token) as SyncToken | null;
  if (read?.sync === undefined) throw invalid('Invalid sync token value.', 'syncToken');
  if (read.sync !== syncSignature(call)) {
    throw invalid('The sync token was made with other parameters.', 'syncToken');
  }
  return read;
}

export function pageSignature(call: Call): string {
  return signature(call, ofOneWalk);
}

export function syncSignature(call: Call): string {
  return signature(call, lasting);
}

function signature(call: Call, names: string[]): string {
  return names.map((name) => texts(call, name).join(',')).join('|');
}

function parsed(token: string): object | null {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as object;
  } catch {
    return null;
  }
}

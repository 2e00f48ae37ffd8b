// Google's event resource, as far as the sandbox keeps it. Times are stored as UTC instants and rendered in a zone.

export type EventTime = { date?: string; dateTime?: string; timeZone?: string };

export type ResponseStatus = 'needsAction' | 'declined' | 'tentative' | 'accepted';

export type Attendee = {
  email: string;
  displayName?: string;
  responseStatus: ResponseStatus;
  comment?: string;
  optional?: boolean;
  resource?: boolean;
  additionalGuests?: number;
  organizer?: boolean;
  self?: boolean;
};

export type Person = { email: string; displayName?: string; self?: boolean };

export type ConferenceData = {
  createRequest?: {
    requestId: string;
    conferenceSolutionKey?: { type?: string };
    status?: { statusCode: 'pending' | 'success' | 'failure' };
  };
  conferenceId?: string;
  conferenceSolution?: object;
  entryPoints?: object[];
};

export type CalendarEvent = {
  kind: 'calendar#event';
  etag: string;
  id: string;
  status: 'confirmed' | 'tentative' | 'cancelled';
  htmlLink: string;
  created: string;
  updated: string;
  summary?: string;
  description?: string;
  location?: string;
  colorId?: string;
  creator: Person;
  organizer: Person;
  start: EventTime;
  end: EventTime;
  recurrence?: string[];
  recurringEventId?: string;
  originalStartTime?: EventTime;
  transparency?: 'opaque' | 'transparent';
  visibility?: 'default' | 'public' | 'private' | 'confidential';
  iCalUID: string;
  sequence: number;
  attendees?: Attendee[];
  extendedProperties?: { private?: Record<string, string>; shared?: Record<string, string> };
  hangoutLink?: string;
  conferenceData?: ConferenceData;
  guestsCanInviteOthers?: boolean;
  guestsCanModify?: boolean;
  guestsCanSeeOtherGuests?: boolean;
  reminders: { useDefault: boolean; overrides?: { method: string; minutes: number }[] };
  source?: { title?: string; url?: string };
  eventType: string;
} & Record<string, unknown>;

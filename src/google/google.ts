// What the service asks of Google, in our words. The types that the other rooms see.

/** A connected account: tokens are refreshed once per account and process, however many calls wait for one. */
export type GoogleAccess = { accountId: string; refreshToken: string };

export type Identity = {
  subject: string;
  email: string;
  isEmailVerified: boolean;
  hostedDomain: string | null;
  name: string;
};

export type Grant = {
  identity: Identity;
  refreshToken: string | null;
  /** How long Google lets the refresh token live; null: for as long as it is used. */
  refreshTokenSeconds: number | null;
  scopes: string[];
};

export type CalendarAccessRole =
  | 'freeBusyReader'
  | 'reader'
  | 'writerWithoutPrivateAccess'
  | 'writer'
  | 'owner';

export type ListedCalendar = {
  googleCalendarId: string;
  title: string;
  timeZone: string;
  accessRole: CalendarAccessRole;
  isPrimary: boolean;
};

/** Busy time of one calendar: packed epoch minutes (start, end, …), or Google's reason for not knowing. */
export type BusyAnswer = { busy: Int32Array } | { unknown: string };

export type EventGuest = {
  email: string;
  name?: string;
  response: 'needsAction' | 'accepted' | 'tentative' | 'declined';
  comment?: string;
  isOrganizer?: boolean;
};

/** Google's record as we read it. Timed events have startsAt and endsAt; all-day ones have neither. */
export type CalendarEvent = {
  id: string;
  etag: string;
  iCalUid: string | null;
  status: 'confirmed' | 'tentative' | 'cancelled';
  title: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  isRecurring: boolean;
  isTransparent: boolean;
  guests: EventGuest[];
  /** Ours, kept in a private property: which booking it is, and the booking's revision when we wrote last. */
  bookingId: string | null;
  revision: number | null;
  link: string | null;
  conferenceLink: string | null;
  /** A Meet link was asked for and has not come yet. */
  isConferencePending: boolean;
  updatedAt: Date | null;
};

export type EventDraft = {
  id: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string | null;
  guest: { email: string; name: string };
  bookingId: string;
  revision: number;
  /** A Meet link is asked for with this request id. */
  meetRequestId?: string;
};

export type EventChange = {
  times?: { startsAt: Date; endsAt: Date; timeZone: string };
  revision: number;
};

/** Without a token: all events that end after `timeMin`, and a token to go on with. `timeoutMs`: for each page. */
export type ChangesRequest = { syncToken: string | null; timeMin?: Date; timeoutMs: number };

/** Deleted events are among them; a series is one event. */
export type CalendarChanges = { events: CalendarEvent[]; nextSyncToken: string };

/** What push messages are known by, and the time until which they come. */
export type WatchedUntil = { resourceId: string; expiresAt: Date };

/** `reason`: Google's own word, such as redirect_uri_mismatch. */
export type SignInPageAnswer =
  | { is: 'accepted' }
  | { is: 'refused'; reason: string }
  | { is: 'unclear' };

export type Google = {
  authorizationUrl(request: {
    state: string;
    codeChallenge: string;
    loginHint?: string;
    /** Ask for the consent page again, so that a refresh token comes. */
    prompt: 'consent' | 'select_account' | 'consent select_account';
  }): string;
  /** What Google's sign-in page makes of the client and its redirect URI. Throws GoogleFailure. */
  askSignInPage(): Promise<SignInPageAnswer>;
  /** Throws GoogleFailure. */
  exchangeCode(code: string, codeVerifier: string): Promise<Grant>;
  revoke(refreshToken: string): Promise<void>;
  /** Scopes that the service cannot do without, in Google's spelling. */
  neededScopes: readonly string[];
  listCalendars(access: GoogleAccess): Promise<ListedCalendar[]>;
  /** Asks in touching chunks; throws when any chunk fails. Per calendar: busy, or unknown. */
  queryBusy(
    access: GoogleAccess,
    request: { googleCalendarIds: string[]; from: Date; to: Date; timeoutMs: number },
  ): Promise<Map<string, BusyAnswer>>;
  insertEvent(access: GoogleAccess, calendarId: string, draft: EventDraft): Promise<CalendarEvent>;
  getEvent(access: GoogleAccess, calendarId: string, eventId: string): Promise<CalendarEvent>;
  /** Patches under If-Match. What is not named stays as it is; guests are never touched. */
  patchEvent(
    access: GoogleAccess,
    calendarId: string,
    event: CalendarEvent,
    change: EventChange,
  ): Promise<CalendarEvent>;
  /**
   * Under If-Match where an etag is given. Throws GoogleFailure: `gone` when it was deleted already, `not_found` when
   * it was never seen there, `changed_meanwhile` when the etag is not the event's any more.
   */
  deleteEvent(
    access: GoogleAccess,
    calendarId: string,
    event: { id: string; etag: string | null },
  ): Promise<void>;
  /** Throws GoogleFailure: `full_sync_required` when the token serves no more, also between two pages. */
  listChanges(
    access: GoogleAccess,
    calendarId: string,
    request: ChangesRequest,
  ): Promise<CalendarChanges>;
  /** Single events that meet [from, to). */
  listEvents(
    access: GoogleAccess,
    calendarId: string,
    range: { from: Date; to: Date; timeoutMs: number },
  ): Promise<CalendarEvent[]>;
  /** Has changes told to an https address, for as long as Google pleases. Throws GoogleFailure. */
  watchEvents(
    access: GoogleAccess,
    calendarId: string,
    channel: { channelId: string; token: string; address: string },
  ): Promise<WatchedUntil>;
  /** Throws GoogleFailure: `not_found` when there is no such channel, or none any more. */
  stopChannel(
    access: GoogleAccess,
    channel: { channelId: string; resourceId: string },
  ): Promise<void>;
  /** Without guests, told to nobody, keeping nobody busy. Throws GoogleFailure. */
  insertTrialEvent(
    access: GoogleAccess,
    calendarId: string,
    event: { id: string; title: string; startsAt: Date; endsAt: Date },
  ): Promise<CalendarEvent>;
  /** Throws GoogleFailure: `gone` when it was deleted already, `not_found` when it was never there. */
  deleteTrialEvent(access: GoogleAccess, calendarId: string, eventId: string): Promise<void>;
  /** For an attendee: the free/busy scope alone, for once, whatever else was granted before. */
  attendeeAuthorizationUrl(request: { state: string; codeChallenge: string }): string;
  /** Of the primary calendar. Throws GoogleFailure: `missing_scope` when it was not allowed. */
  readAttendeeBusy(request: {
    code: string;
    codeVerifier: string;
    from: Date;
    to: Date;
  }): Promise<BusyAnswer>;
};

// Who offers time.

export type Organiser = {
  id: string;
  handle: string;
  name: string;
  email: string;
  timeZone: string;
  locale: string;
  bookingCalendarId: string | null;
  /** Rises whenever the hours change. */
  hoursVersion: string;
};

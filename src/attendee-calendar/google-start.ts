// Where the way to an attendee's own Google Calendar begins.

export const googleStart = '/auth/google/attendee';

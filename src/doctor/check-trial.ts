// On request: an event is written into an organiser's calendar as a booking's would be, read back, and taken away again.
import { accessOf } from '../calendars/mark-account.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Google } from '../google/google.ts';
import { failureWords } from '../organisers/connections/failure-words.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';
import { listAppliedMigrations } from './migration-queries.ts';
import { bookAndCancel, type TrialResult } from './trial-event.ts';
import { listTrialCalendars, type TrialCalendar } from './trial-queries.ts';

export async function checkTrial(ground: Ground): Promise<Finding[]> {
  const { trial, google } = ground;
  if (!trial) return [];
  const database = databaseOf(ground);
  if (!google) return [note('Nothing was booked on trial: the sandbox’s Google is pretend.')];
  if (!database) return [note('Nothing was booked on trial: the database does not answer.')];
  const isNew = (await listAppliedMigrations(database)).length === 0;
  const calendars = isNew ? [] : await listTrialCalendars(database, trial.handle);
  const [only, ...others] = calendars;
  if (only && others.length === 0) return [await bookIn(only, google, ground)];
  return [undecided(calendars, trial.handle)];
}

function undecided(calendars: readonly TrialCalendar[], handle: string | null): Finding {
  if (calendars.length > 0) {
    const handles = calendars.map((calendar) => calendar.handle).join(', ');
    return note(
      'Nothing was booked on trial: there are several organisers.',
      `Say in whose calendar: npm run doctor -- --book HANDLE, one of ${handles}.`,
    );
  }
  const who = handle === null ? 'no organiser' : `no organiser ${handle}`;
  return fault(
    `Nothing could be booked on trial: there is ${who} with a connected calendar for bookings.`,
    'Sign in at /organiser, connect Google, and choose the calendar for bookings.',
  );
}

async function bookIn(calendar: TrialCalendar, google: Google, ground: Ground): Promise<Finding> {
  const { title, handle, googleCalendarId, accountId, refreshTokenSealed } = calendar;
  const name = `“${title}” of ${handle}`;
  try {
    const access = accessOf(ground, { id: accountId, refreshTokenSealed });
    const place = { google, access, googleCalendarId };
    return inWords(await bookAndCancel(place, ground.clock()), name);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    return fault(`Nothing could be booked in ${name}: its token does not open.`, reconnect);
  }
}

const reconnect = 'Have the account connected again, at /organiser/calendars.';

function inWords(result: TrialResult, name: string): Finding {
  switch (result.is) {
    case 'done':
      return ok(`An event was booked in ${name}, read back, and taken away again.`);
    case 'refused':
      return fault(
        `No event could be booked in ${name}: ${failureWords(result.failure.code)} Nothing was left there.`,
        'See the findings on accounts and calendars above.',
      );
    case 'left':
      return fault(
        `The event “${result.title}” on ${result.startsAt.toISOString().slice(0, 10)} in ${name} may still be there: ${failureWords(result.failure.code)}`,
        'Delete it by hand in Google Calendar.',
      );
  }
}

import { z } from 'zod';
// What programs send to and get from /api/me/calendars.
import { say } from '../../languages/say.ts';

export const calendarChange = z.strictObject({
  /** All calendars that count as busy; the others do not. */
  busy: z.array(z.uuid({ error: () => say('Give the ids of your calendars') })).optional(),
  booking: z.uuid({ error: () => say('Give the id of a calendar that you own') }).optional(),
});

const instant = z.iso.datetime().nullable();

const account = z
  .object({
    id: z.uuid(),
    email: z.string(),
    isFirst: z.boolean().meta({ description: 'The one that its organiser signed up with.' }),
    state: z.enum(['connected', 'needs_reconnect', 'disconnected']),
    reason: z.string().nullable(),
    connectedAt: z.iso.datetime(),
    permissionEndsAt: instant.meta({ description: 'Only where Google limits its permission.' }),
    lastSuccessAt: instant,
    lastErrorAt: instant,
    errorCode: z.string().nullable(),
    error: z.string().nullable(),
    listedAt: instant.meta({ description: 'When the list of its calendars was last read.' }),
  })
  .meta({ id: 'GoogleAccount' });

const calendar = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    title: z.string(),
    timeZone: z.string(),
    accessRole: z.enum([
      'freeBusyReader',
      'reader',
      'writerWithoutPrivateAccess',
      'writer',
      'owner',
    ]),
    isPrimary: z.boolean(),
    isListed: z.boolean(),
    isReadable: z.boolean(),
    isWritable: z.boolean().meta({ description: 'Whether bookings can go to it.' }),
    countsAsBusy: z.boolean(),
    takesBookings: z.boolean(),
    checkedAt: instant,
    error: z.string().nullable(),
    push: z
      .object({ state: z.enum(['open', 'opening', 'refused']), expiresAt: instant })
      .nullable(),
  })
  .meta({ id: 'Calendar' });

const trouble = z
  .object({
    is: z.enum([
      'reconnect',
      'unreadable',
      'silent',
      'no_account',
      'nothing_busy',
      'no_booking_calendar',
      'no_own_calendar',
      'ends_soon',
    ]),
    stopsOffers: z.boolean(),
    accountId: z.uuid().nullable(),
    calendarIds: z.array(z.uuid()),
    title: z.string(),
    message: z.string(),
  })
  .meta({ id: 'CalendarTrouble' });

export const connectionsAnswer = z
  .object({
    isWell: z.boolean(),
    offersTimes: z
      .boolean()
      .meta({ description: 'False while what is wrong keeps times from being offered.' }),
    troubles: z.array(trouble),
    isPushPossible: z.boolean(),
    accounts: z.array(account),
    calendars: z.array(calendar),
  })
  .meta({ id: 'Connections' });

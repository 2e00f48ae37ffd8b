// What is wrong with Google, as far as it keeps this event type from being offered: nothing that only might.
import type { TickedCalendar } from '../calendars/calendar.ts';
import type { EventType } from '../event-types/event-type.ts';
import {
  type Health,
  listTroubles,
  stopsOffers,
  type Trouble,
} from '../organisers/connections/health.ts';
import type { Reason } from './reason.ts';

export type ConnectionFacts = {
  health: Health;
  eventType: EventType;
  now: Date;
  /** The busy time of every ticked calendar is. */
  isKnown: boolean;
  hasBookingCalendar: boolean;
  /** Those that Google asked not to be asked for. */
  leftAlone: readonly TickedCalendar[];
};

/** None exactly where calendars are known and bookings have one to go to. */
export function connectionReasons(facts: ConnectionFacts): Reason[] {
  const { health, now, isKnown, hasBookingCalendar } = facts;
  if (isKnown && hasBookingCalendar) return [];
  const troubles = listTroubles(health, now).filter((trouble) => isFelt(trouble, facts));
  const reasons: Reason[] = [
    ...troubles.map((trouble): Reason => ({ is: 'trouble', trouble })),
    ...(isKnown ? [] : leftAloneReasons(facts.leftAlone)),
  ];
  return reasons.length > 0 ? reasons : [unknownReason(facts)];
}

function isFelt(trouble: Trouble, { eventType, isKnown, hasBookingCalendar }: ConnectionFacts) {
  if (!stopsOffers(trouble)) return false;
  switch (trouble.is) {
    case 'reconnect':
    case 'no_account':
      return true;
    case 'no_own_calendar':
      return !hasBookingCalendar && trouble.eventType.id === eventType.id;
    case 'no_booking_calendar':
      return !hasBookingCalendar && eventType.bookingCalendarId === null;
    default:
      return !isKnown;
  }
}

function leftAloneReasons(calendars: readonly TickedCalendar[]): Reason[] {
  const untils = new Map(
    calendars.map(({ account, backsOffUntil }) => [account.email, backsOffUntil]),
  );
  return [...untils].flatMap(([email, until]) =>
    until === null ? [] : [{ is: 'left_alone', email, until } as const],
  );
}

function unknownReason({ health }: ConnectionFacts): Reason {
  return { is: 'calendars_unknown', emails: health.accounts.map(({ email }) => email) };
}

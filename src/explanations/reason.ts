// Why one time is not offered: each of the reasons with the facts that tell it, and nothing of how it is told.
import type { Pair } from '../availability/intervals.ts';
import type { Period } from '../calendars/calendar.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Trouble } from '../organisers/connections/health.ts';
import type { SlotTimes } from '../problem.ts';
import type { Schedule } from '../schedules/schedule.ts';

/** A booking, request or hold that keeps its time from others. */
export type Blocker = SlotTimes & {
  bookingId: string;
  state: 'held' | 'requested' | 'confirmed';
  /** With its buffers. */
  blocked: Period;
  /** Of holds and requests. */
  expiresAt: Date | null;
  isProven: boolean;
  eventTypeTitle: string;
  /** Null for a hold, whose form is not sent yet, and after erasure. */
  attendeeName: string | null;
  /** Where its calendar event is. */
  calendarId: string | null;
};

export type Reason =
  | { is: 'trouble'; trouble: Trouble }
  /** Google has not told, be it for a moment only. */
  | { is: 'calendars_unknown'; emails: readonly string[] }
  /** Google has asked that the account be left alone. */
  | { is: 'left_alone'; email: string; until: Date }
  /** The event type is, whoever asks. */
  | { is: 'hidden' }
  /** The event type is secret, and no secret link to it lets anybody in. */
  | { is: 'no_secret_link' }
  | { is: 'past' }
  | { is: 'notice'; earliest: Date; minimumNoticeMinutes: number }
  | { is: 'horizon'; lastDate: string; horizonDays: number }
  | { is: 'off_grid'; stepMinutes: number; before: Date; after: Date }
  /** `open`: what the date has instead, in wall-clock minutes since midnight. */
  | { is: 'closed'; date: string; isOverride: boolean; open: readonly Pair[] }
  | { is: 'passes_closing'; closesAt: Date; durationMinutes: number }
  | { is: 'time_off'; period: Period; label: string }
  | { is: 'cap'; date: string; booked: number; cap: number }
  | { is: 'busy'; calendarName: string; period: Period; checkedAt: Date | null }
  | { is: 'blocker'; blocker: Blocker };

/** By which hours a time was judged. */
export type ToldSchedule = Pick<Schedule, 'id' | 'name' | 'isDefault' | 'overrides'> & {
  /** The organiser has no other. */
  isOnly: boolean;
};

export type Explanation = SlotTimes & {
  /** At the length that was asked about. */
  eventType: EventType;
  schedule: ToldSchedule;
  timeZone: string;
  /** With its buffers: what a booking here would keep for itself. */
  blocked: Period;
  now: Date;
  /** In the order in which the product asks; none: it is offered. */
  reasons: readonly Reason[];
  /** What is offered instead. */
  nearest: readonly SlotTimes[];
};

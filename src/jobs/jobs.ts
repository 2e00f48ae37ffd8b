// What the service does later: the names of the jobs, what each carries (ids only), and how one is put in line.
import type { Transaction } from '../database/database.ts';

export type AttendeeMessage =
  | 'prove-address'
  | 'confirmed'
  | 'moved'
  | 'cancelled'
  | 'restored'
  | 'expired'
  | 'awaiting-approval'
  | 'reminder';

export type OrganiserMessage =
  | 'organiser-booked'
  | 'organiser-moved'
  | 'organiser-cancelled'
  | 'organiser-approval'
  | 'organiser-clash'
  | 'organiser-busy'
  | 'organiser-followed'
  | 'organiser-overruled'
  | 'organiser-declined'
  | 'organiser-flagged';

export type MailMessage = AttendeeMessage | OrganiserMessage;

export type JobPayloads = {
  /** Makes Google match the booking as it stands. */
  'publish-booking': { bookingId: string };
  /**
   * `since`: when it became so, where that may come about again at the same revision. `otherwise`: what is told in place of
   * a clash that is over by the time its mail would go out.
   */
  'send-mail': {
    bookingId: string;
    message: MailMessage;
    revision: number;
    since?: string;
    otherwise?: MailMessage;
  };
  /** Mails an invitation to offer time here. */
  'send-invitation': { invitationId: string };
  /** Mails the receipt of an erasure to the person. */
  'send-receipt': { erasureId: string };
  /** Tells the organiser what has changed for the worse or the better in how Google fares. */
  'tell-health': { organiserId: string };
  /** Reads the list of an account's calendars again. */
  'read-calendar-list': { organiserId: string; accountId: string };
  /** Reads the organiser's free/busy again. */
  'refresh-busy': { organiserId: string };
  /** Reads what has changed in a calendar and lets its bookings follow. `isPushed`: Google has said that there is something. */
  'follow-calendar': { calendarId: string; isPushed?: boolean };
  /** Google did not answer in time at hold or confirmation: looks again and flags a clash. */
  'recheck-booking': { bookingId: string };
  /** Every few seconds: expires, completes, reminds, erases. */
  'sweep-bookings': Record<string, never>;
  /** Every minute, and when calendars change: has Google watch those that matter, and no others. */
  'keep-channels': Record<string, never>;
  /** Again and again: finds what has not been asked for a while. */
  'poll-calendars': Record<string, never>;
};

export type JobName = keyof JobPayloads;

export type EnqueueOptions = {
  /** Not before this many seconds from now. */
  afterSeconds?: number;
  /** At most one waiting job of this name with this key. */
  onlyOne?: string;
  /** Put in line once only under these words, also when that job runs already or has failed before. */
  once?: string;
};

export type Enqueue = <Name extends JobName>(
  transaction: Transaction | null,
  name: Name,
  payload: JobPayloads[Name],
  options?: EnqueueOptions,
) => Promise<void>;

export type JobSteps = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

export type Jobs = {
  /** In line when the transaction commits; with `null`, at once. */
  enqueue: Enqueue;
  /** Starts the workers; each job runs its step, and again later when that throws. */
  work(steps: JobSteps): Promise<void>;
  /** Jobs that wait or run now. */
  countUnfinished(): Promise<number>;
  isHealthy(): boolean;
  stop(): Promise<void>;
};

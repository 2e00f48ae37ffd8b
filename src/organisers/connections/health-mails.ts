// The mails about a connection's health: it broke, a calendar cannot be read, it works again.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import type { Message } from '../../mail/message.ts';
import type { Organiser } from '../organiser.ts';
import type { GoogleAccount } from './google-account.ts';
import { isUnreadable } from './health.ts';
import { reconnectReason } from './reconnect-reason.ts';

const standing = 'Bookings that stand already stay as they are.';

export function reconnectMessage(
  organiser: Organiser,
  account: GoogleAccount,
  isInUse: boolean,
  page: string,
): Message {
  const until = isInUse
    ? 'Until it is connected again, nobody is offered a time with you, so that nothing can be booked twice.'
    : 'None of its calendars is in use, so your times are offered all the same.';
  return {
    subject: 'Please connect your Google Calendar again',
    greeting: `Hello ${organiser.name},`,
    lead: `${reconnectReason(account)} ${until}`,
    facts: [['Account', account.email]],
    action: { label: 'Connect again', url: page },
    notes: [`${standing} What changed meanwhile is caught up.`],
  };
}

export function unreadableMessage(
  organiser: Organiser,
  calendars: readonly Calendar[],
  page: string,
): Message {
  const isOne = calendars.length === 1;
  const whose = isOne ? 'its' : 'their';
  return {
    subject: isOne
      ? `Your calendar “${calendars[0]!.title}” can no longer be read`
      : `${calendars.length} of your calendars can no longer be read`,
    greeting: `Hello ${organiser.name},`,
    lead: `Google gives no answer any more for ${isOne ? 'a calendar that makes' : 'calendars that make'} you busy: ${whose} time counts as unknown, so nobody is offered a time with you.`,
    facts: calendars.map((calendar) => [calendar.title, whyUnreadable(calendar)]),
    action: { label: 'See your calendars', url: page },
    notes: [standing],
  };
}

function whyUnreadable(calendar: Calendar): string {
  const { accountEmail, accessRole } = calendar;
  if (!isUnreadable(calendar)) return `no answer for ${accountEmail}; it is asked again by itself`;
  return accessRole === 'owner'
    ? `in ${accountEmail}; if it is gone for good, untick it`
    : `shared with ${accountEmail} until now; untick it, or have it shared again`;
}

export function worksAgainMessage(
  organiser: Organiser,
  { accounts, calendars }: { accounts: readonly GoogleAccount[]; calendars: readonly Calendar[] },
  page: string,
): Message {
  return {
    subject: 'Your Google Calendar works again',
    greeting: `Hello ${organiser.name},`,
    lead: 'Google answers again, and what changed meanwhile is being caught up.',
    facts: [
      ...accounts.map(({ email }) => ['Account', email] as const),
      ...calendars.map(
        ({ title, accountEmail }) => ['Calendar', `${title} (${accountEmail})`] as const,
      ),
    ],
    action: { label: 'See your calendars', url: page },
    notes: [],
  };
}

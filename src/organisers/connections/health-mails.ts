// The mails about a connection's health: it broke, a calendar cannot be read, it works again.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { say } from '../../languages/say.ts';
import type { Message } from '../../mail/message.ts';
import type { Organiser } from '../organiser.ts';
import type { GoogleAccount } from './google-account.ts';
import { isUnreadable } from './health.ts';
import { reconnectReason } from './reconnect-reason.ts';

const standing = () => say('Bookings that stand already stay as they are.');

export function reconnectMessage(
  organiser: Organiser,
  account: GoogleAccount,
  isInUse: boolean,
  page: string,
): Message {
  const until = isInUse
    ? say(
        'Until it is connected again, nobody is offered a time with you, so that nothing can be booked twice.',
      )
    : say('None of its calendars is in use, so your times are offered all the same.');
  return {
    subject: say('Please connect your Google Calendar again'),
    greeting: say('Hello {name},', { name: organiser.name }),
    lead: `${reconnectReason(account)} ${until}`,
    facts: [[say('Account'), account.email]],
    action: { label: say('Connect again'), url: page },
    notes: [`${standing()} ${say('What changed meanwhile is caught up.')}`],
  };
}

export function unreadableMessage(
  organiser: Organiser,
  calendars: readonly Calendar[],
  page: string,
): Message {
  const count = calendars.length;
  return {
    subject: say(
      '{count, plural, one {Your calendar “{title}” can no longer be read} other {# of your calendars can no longer be read}}',
      { count, title: calendars[0]!.title },
    ),
    greeting: say('Hello {name},', { name: organiser.name }),
    lead: say(
      '{count, plural, one {Google gives no answer any more for a calendar that makes you busy: its time counts as unknown, so nobody is offered a time with you.} other {Google gives no answer any more for calendars that make you busy: their time counts as unknown, so nobody is offered a time with you.}}',
      { count },
    ),
    facts: calendars.map((calendar) => [calendar.title, whyUnreadable(calendar)]),
    action: { label: say('See your calendars'), url: page },
    notes: [standing()],
  };
}

function whyUnreadable(calendar: Calendar): string {
  const { accountEmail, accessRole } = calendar;
  const account = { account: accountEmail };
  if (!isUnreadable(calendar))
    return say('no answer for {account}; it is asked again by itself', account);
  return accessRole === 'owner'
    ? say('in {account}; if it is gone for good, untick it', account)
    : say('shared with {account} until now; untick it, or have it shared again', account);
}

export function worksAgainMessage(
  organiser: Organiser,
  { accounts, calendars }: { accounts: readonly GoogleAccount[]; calendars: readonly Calendar[] },
  page: string,
): Message {
  return {
    subject: say('Your Google Calendar works again'),
    greeting: say('Hello {name},', { name: organiser.name }),
    lead: say('Google answers again, and what changed meanwhile is being caught up.'),
    facts: [
      ...accounts.map(({ email }) => [say('Account'), email] as const),
      ...calendars.map(
        ({ title, accountEmail }) => [say('Calendar'), `${title} (${accountEmail})`] as const,
      ),
    ],
    action: { label: say('See your calendars'), url: page },
    notes: [],
  };
}

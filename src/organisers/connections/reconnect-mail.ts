// The 'send-reconnect-mail' job: tells the organiser that Google takes no more calls for an account.
import type { JobPayloads } from '../../jobs/jobs.ts';
import { type Message, messageHtml, messageText } from '../../mail/message.ts';
import type { Parts } from '../../parts.ts';
import { getOrganiserById } from '../organiser-queries.ts';
import { findGoogleAccount } from './google-account-queries.ts';
import type { GoogleAccount } from './google-account.ts';
import { reconnectReason } from './reconnect-reason.ts';

/** Says nothing when the account is gone, or was connected again meanwhile. */
export async function sendReconnectMail(
  { database, mailer, config }: Parts,
  { accountId }: JobPayloads['send-reconnect-mail'],
): Promise<void> {
  const account = await findGoogleAccount(database, accountId);
  if (account?.state !== 'needs_reconnect') return;
  const organiser = await getOrganiserById(database, account.organiserId);
  const message = writeMessage(organiser.name, account, config.publicUrl);
  await mailer.send({
    to: { name: organiser.name, address: organiser.email },
    subject: message.subject,
    text: messageText(message),
    html: messageHtml(message, 'en'),
    messageId: messageId(account, config.publicUrl),
  });
}

function writeMessage(name: string, account: GoogleAccount, publicUrl: string): Message {
  return {
    subject: 'Please connect your Google Calendar again',
    greeting: `Hello ${name},`,
    lead: `${reconnectReason(account)} Until it is connected again, nobody is offered a time with you, so that nothing can be booked twice.`,
    facts: [['Account', account.email]],
    action: { label: 'Connect again', url: `${publicUrl}/organiser` },
    notes: ['Bookings that stand already stay as they are. What changed meanwhile is caught up.'],
  };
}

/** One mail per disconnection, however often the job runs. */
function messageId(account: GoogleAccount, publicUrl: string): string {
  const at = account.connectedAt.getTime();
  return `<reconnect-${account.id}-${at}@${new URL(publicUrl).hostname}>`;
}

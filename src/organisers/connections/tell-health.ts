// The 'tell-health' job: mails the organiser what has changed in how Google fares. It compares what is with what was
// told last, so it may run at any time; one change gives one mail.
import type { JobPayloads } from '../../jobs/jobs.ts';
import { currentLanguage, inLanguage } from '../../languages/current-language.ts';
import { type Message, messageHtml, messageText } from '../../mail/message.ts';
import type { Parts } from '../../parts.ts';
import { getOrganiserById } from '../organiser-queries.ts';
import { type Organiser, ownLanguage } from '../organiser.ts';
import { findHealth } from './find-health.ts';
import type { GoogleAccount } from './google-account.ts';
import { reconnectMessage, unreadableMessage, worksAgainMessage } from './health-mails.ts';
import { findNews, type News } from './health-news.ts';
import { type Health, isInUse } from './health.ts';
import { updateToldBroken, updateToldUnreadable } from './told-queries.ts';

export async function tellHealth(
  parts: Parts,
  { organiserId }: JobPayloads['tell-health'],
): Promise<void> {
  const organiser = await getOrganiserById(parts.database, organiserId);
  await inLanguage(ownLanguage(organiser), () => tellNews(parts, organiser));
}

async function tellNews(parts: Parts, organiser: Organiser): Promise<void> {
  const health = await findHealth(parts, organiser);
  const news = findNews(health, parts.clock());
  for (const account of news.broken) await tellBroken(parts, health, account);
  if (news.unreadable.length > 0) await tellUnreadable(parts, health, news);
  if (news.mended.length + news.readable.length > 0) await tellMended(parts, health, news);
  await updateToldUnreadable(parts.database, idsOf(news.untold), null);
}

async function tellBroken(parts: Parts, health: Health, account: GoogleAccount): Promise<void> {
  const { organiser } = health;
  const page = calendarsPage(parts);
  const message = reconnectMessage(organiser, account, isInUse(account, health), page);
  await send(parts, organiser, message, `reconnect-${account.id}-${account.connectedAt.getTime()}`);
  await updateToldBroken(parts.database, account.id, parts.clock());
}

async function tellUnreadable(parts: Parts, { organiser }: Health, news: News): Promise<void> {
  const { unreadable } = news;
  const [first] = unreadable;
  const message = unreadableMessage(organiser, unreadable, calendarsPage(parts));
  await send(parts, organiser, message, `unreadable-${first!.id}-${timeOf(first!.checkedAt)}`);
  await updateToldUnreadable(parts.database, idsOf(unreadable), parts.clock());
}

async function tellMended(parts: Parts, { organiser }: Health, news: News): Promise<void> {
  const { mended: accounts, readable: calendars } = news;
  const told = [
    ...accounts.map((each) => each.toldBrokenAt),
    ...calendars.map((each) => each.toldUnreadableAt),
  ];
  const message = worksAgainMessage(organiser, { accounts, calendars }, calendarsPage(parts));
  await send(parts, organiser, message, `works-again-${organiser.id}-${timeOf(told[0]!)}`);
  for (const { id } of accounts) await updateToldBroken(parts.database, id, null);
  await updateToldUnreadable(parts.database, idsOf(calendars), null);
}

/** The same words for the same news, so that a repeat is filed as the same mail. */
async function send(
  { mailer, config }: Parts,
  { name, email }: Organiser,
  message: Message,
  words: string,
): Promise<void> {
  await mailer.send({
    to: { name, address: email },
    subject: message.subject,
    text: messageText(message),
    html: messageHtml(message, currentLanguage().language),
    messageId: `<${words}@${new URL(config.publicUrl).hostname}>`,
  });
}

function calendarsPage({ config }: Parts): string {
  return `${config.publicUrl}/organiser/calendars`;
}

function idsOf(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}

function timeOf(at: Date | null): number {
  return at?.getTime() ?? 0;
}

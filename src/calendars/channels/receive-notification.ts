// Google says that a calendar has changed, and nothing more. A hint: it is proven, and what has changed is read by jobs,
// so that a message that comes twice, late or in another order does no harm.
import type { Parts } from '../../parts.ts';
import { Problem } from '../../problem.ts';
import { findToldChannel, type ToldChannel, updateChannelTold } from './notification-queries.ts';
import { listWatchedCalendars } from './watched-calendar-queries.ts';

export type Notification = {
  /** Null: not one of ours. */
  channelId: string | null;
  token: string;
  resourceId: string;
  /** The channel's first message, which tells of no change: what changed before it is read all the same. */
  isGreeting: boolean;
  /** Rises, but not one by one. */
  number: number;
  /** Until when the channel lasts, where the message says so. */
  expiresAt: Date | null;
};

/** A change seldom comes alone: what follows within this time is read together. */
const calmSeconds = 2;

/** Whether the message carries the token that this channel was opened with: nobody else knows it. */
export function isProven({ tokens }: Parts, { channelId, token }: Notification): boolean {
  return channelId !== null && tokens.matches(token, 'channel', channelId);
}

/** Throws not_found for a channel that is not ours or is over, forbidden for a forged token. */
export async function receiveNotification(parts: Parts, notification: Notification): Promise<void> {
  const { channelId, resourceId, number, expiresAt } = notification;
  const channel = channelId && (await findToldChannel(parts.database, channelId));
  if (!channelId || !channel) throw unknownChannel();
  if (!isProven(parts, notification))
    throw new Problem('forbidden', 'This is not the channel’s token.');
  const at = parts.clock();
  if (channel.calendarId === null || !isCurrent(channel, resourceId, at)) throw unknownChannel();
  await updateChannelTold(parts.database, channelId, { resourceId, number, expiresAt, at });
  const told = { ...channel, calendarId: channel.calendarId, isPushed: !notification.isGreeting };
  await readWhatChanged(parts, told, at);
}

function unknownChannel(): Problem {
  return new Problem('not_found', 'There is no such channel, or none any more.');
}

function isCurrent(channel: ToldChannel, resourceId: string, now: Date): boolean {
  if (resourceId === '' || channel.expiresAt <= now) return false;
  return channel.resourceId === null || channel.resourceId === resourceId;
}

async function readWhatChanged(
  { database, jobs }: Parts,
  {
    organiserId,
    calendarId,
    toldAt,
    isPushed,
  }: ToldChannel & { calendarId: string; isPushed: boolean },
  now: Date,
): Promise<void> {
  const isBurst = toldAt !== null && now.getTime() - toldAt.getTime() < calmSeconds * 1000;
  const when = isBurst ? { afterSeconds: calmSeconds } : {};
  const [watched] = await listWatchedCalendars(database, { now, calendarId });
  if (watched?.isFollowed) {
    const change = { calendarId, isPushed };
    await jobs.enqueue(null, 'follow-calendar', change, { ...when, onlyOne: calendarId });
  }
  await jobs.enqueue(null, 'refresh-busy', { organiserId }, { ...when, onlyOne: organiserId });
}

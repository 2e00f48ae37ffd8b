// Has Google tell of one calendar's changes. The row comes first: a message may be here before Google's answer, and one
// whose answer is lost must be known to be refused or stopped.
import { randomUUID } from 'node:crypto';
import { GoogleFailure, type GoogleFailureCode } from '../../google/google-failure.ts';
import type { WatchedUntil } from '../../google/google.ts';
import { secondsUntilRepeat } from '../../google/retry-policy.ts';
import type { Parts } from '../../parts.ts';
import { accessOf, markFailure } from '../mark-account.ts';
import { deleteChannel, insertChannel, updateChannelOpened } from './channel-queries.ts';
import { usualLifeMs } from './channel.ts';
import { notificationAddress } from './push-possible.ts';
import { deleteRefusal, findRefusedSince, upsertRefusal } from './refusal-queries.ts';
import type { WatchedCalendar } from './watched-calendar-queries.ts';

/** A calendar that is not of the kind that can be watched may become one; our address may be made known to Google. */
const refusedForSeconds = 24 * 60 * 60;

/** Refusals that say something of this calendar or of our address, and nothing of the account. */
const aboutCalendar: ReadonlySet<GoogleFailureCode> = new Set(['invalid', 'not_found', 'gone']);

export async function openChannel(parts: Parts, calendar: WatchedCalendar): Promise<void> {
  const channelId = randomUUID();
  const address = notificationAddress(parts.config);
  if (!(await insertOpening(parts, calendar.calendarId, { channelId, address }))) return;
  try {
    const token = parts.tokens.create('channel', channelId);
    const access = accessOf(parts, calendar.account);
    const channel = { channelId, token, address };
    const answer = await parts.google.watchEvents(access, calendar.googleCalendarId, channel);
    await keepAnswer(parts, calendar, channelId, answer);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    await noteFailure(parts, calendar, { channelId, address }, error);
  }
}

type Opening = { channelId: string; address: string };

function insertOpening(
  { database, clock }: Parts,
  calendarId: string,
  { channelId, address }: Opening,
): Promise<boolean> {
  const openedAt = clock();
  const expiresAt = new Date(openedAt.getTime() + usualLifeMs);
  return insertChannel(database, { id: channelId, calendarId, address, openedAt, expiresAt });
}

/** Without its row nobody would ever stop the channel. Throws GoogleFailure. */
async function keepAnswer(
  parts: Parts,
  { calendarId, account }: WatchedCalendar,
  channelId: string,
  answer: WatchedUntil,
): Promise<void> {
  const { database, google } = parts;
  const { resourceId } = answer;
  const isWanted = await updateChannelOpened(database, channelId, answer);
  if (isWanted) await deleteRefusal(database, calendarId);
  else await google.stopChannel(accessOf(parts, account), { channelId, resourceId });
}

/** No answer is no refusal: the channel may be open, and its first message will say so. */
async function noteFailure(
  parts: Parts,
  calendar: WatchedCalendar,
  opening: Opening,
  failure: GoogleFailure,
): Promise<void> {
  const { database, log } = parts;
  const { calendarId, account } = calendar;
  log.warn({ calendarId, code: failure.code, err: failure }, 'a calendar cannot be watched');
  if (failure.code !== 'unavailable') await deleteChannel(database, opening.channelId);
  if (!aboutCalendar.has(failure.code)) await markFailure(parts, account, failure);
  await askAgainLater(parts, calendarId, opening, failure);
}

async function askAgainLater(
  { database, clock }: Parts,
  calendarId: string,
  { address }: Opening,
  { code, message }: GoogleFailure,
): Promise<void> {
  const now = clock();
  const refusedSince = (await findRefusedSince(database, { calendarId, address })) ?? now;
  const failingForMs = now.getTime() - refusedSince.getTime();
  const seconds = secondsUntilRepeat(code, failingForMs) ?? refusedForSeconds;
  const asksAgainAt = new Date(now.getTime() + seconds * 1000);
  await upsertRefusal(database, { calendarId, address, error: message, refusedSince, asksAgainAt });
}

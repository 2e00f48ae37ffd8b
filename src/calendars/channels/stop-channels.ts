// Has Google fall silent. What cannot be stopped ends by itself, and until then its messages do no harm.
import { GoogleFailure, type GoogleFailureCode } from '../../google/google-failure.ts';
import type { Parts } from '../../parts.ts';
import { accessOf, markFailure } from '../mark-account.ts';
import { deleteChannel, deleteChannelsOf, listChannels } from './channel-queries.ts';
import type { Channel } from './channel.ts';

/** Refusals that pass: the channel is stopped later. After any other there is nothing to stop, or no way to. */
const passing: ReadonlySet<GoogleFailureCode> = new Set([
  'unavailable',
  'rate_limited',
  'quota_exhausted',
  'misconfigured',
  'needs_reconnect',
]);

export async function stopChannel(
  parts: Parts,
  { id, account, resourceId }: Channel & { resourceId: string },
): Promise<void> {
  try {
    await parts.google.stopChannel(accessOf(parts, account), { channelId: id, resourceId });
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    parts.log.info({ channelId: id, code: error.code }, 'a channel could not be stopped');
    if (passing.has(error.code)) return markFailure(parts, account, error);
  }
  await deleteChannel(parts.database, id);
}

/** Before an account's permission is given back: afterwards nothing of it can be stopped. */
export async function stopChannelsOf(parts: Parts, accountId: string): Promise<void> {
  const channels = await listChannels(parts.database, accountId);
  for (const { resourceId, ...channel } of channels) {
    if (resourceId !== null) await stopChannel(parts, { ...channel, resourceId });
  }
  await deleteChannelsOf(parts.database, accountId);
}
